// Command go-rbac answers questions with the RBAC authorizer of kube-apiserver, in process: what `pnpm bench` compares
// our answers and their speed with.
//
//	go-rbac WORLD QUESTIONS
//
// WORLD is a List of RBAC objects as JSON. QUESTIONS are JSON lines, each the spec of a SubjectAccessReview. It prints
// one JSON object: an `a` (allowed) or `d` for each question, and what loading and answering took.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"syscall"
	"time"

	authorizationv1 "k8s.io/api/authorization/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	rbaclisters "k8s.io/client-go/listers/rbac/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
)

// answers is what is printed; bench/decisions.ts reads it.
type answers struct {
	Decisions        string  `json:"decisions"`
	LoadMilliseconds float64 `json:"loadMilliseconds"`
	LoadedMiB        float64 `json:"loadedMiB"`
	PerSecond        float64 `json:"perSecond"`
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go-rbac WORLD QUESTIONS")
		os.Exit(2)
	}
	result, err := run(os.Args[1], os.Args[2])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(result)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(world, questions string) (answers, error) {
	start := time.Now()
	rbacAuthorizer, err := load(world)
	if err != nil {
		return answers{}, err
	}
	loaded := time.Since(start)
	memory, err := peakMiB()
	if err != nil {
		return answers{}, err
	}

	asked, err := readQuestions(questions)
	if err != nil {
		return answers{}, err
	}
	decisions, err := answer(rbacAuthorizer, asked)
	if err != nil {
		return answers{}, err
	}
	perSecond, err := answersPerSecond(rbacAuthorizer, asked)
	if err != nil {
		return answers{}, err
	}
	return answers{
		Decisions:        string(decisions),
		LoadMilliseconds: float64(loaded.Microseconds()) / 1000,
		LoadedMiB:        memory,
		PerSecond:        perSecond,
	}, nil
}

// load fills one indexer a kind, indexed by namespace as those of the server's informers are
// (k8s.io/client-go/informers/rbac/v1), and puts the authorizer on their listers
// (pkg/kubeapiserver/authorizer/reload.go).
func load(world string) (*rbac.RBACAuthorizer, error) {
	content, err := os.ReadFile(world)
	if err != nil {
		return nil, err
	}
	var list struct {
		Items []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(content, &list); err != nil {
		return nil, err
	}
	roles, roleBindings := newIndexer(), newIndexer()
	clusterRoles, clusterRoleBindings := newIndexer(), newIndexer()
	for _, item := range list.Items {
		var object struct {
			Kind string `json:"kind"`
		}
		if err := json.Unmarshal(item, &object); err != nil {
			return nil, err
		}
		switch object.Kind {
		case "Role":
			err = add(roles, item, &rbacv1.Role{})
		case "RoleBinding":
			err = add(roleBindings, item, &rbacv1.RoleBinding{})
		case "ClusterRole":
			err = add(clusterRoles, item, &rbacv1.ClusterRole{})
		case "ClusterRoleBinding":
			err = add(clusterRoleBindings, item, &rbacv1.ClusterRoleBinding{})
		default:
			err = fmt.Errorf("no RBAC object: kind %q", object.Kind)
		}
		if err != nil {
			return nil, err
		}
	}
	return rbac.New(
		&rbac.RoleGetter{Lister: rbaclisters.NewRoleLister(roles)},
		&rbac.RoleBindingLister{Lister: rbaclisters.NewRoleBindingLister(roleBindings)},
		&rbac.ClusterRoleGetter{Lister: rbaclisters.NewClusterRoleLister(clusterRoles)},
		&rbac.ClusterRoleBindingLister{Lister: rbaclisters.NewClusterRoleBindingLister(clusterRoleBindings)},
	), nil
}

func newIndexer() cache.Indexer {
	byNamespace := cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc}
	return cache.NewIndexer(cache.DeletionHandlingMetaNamespaceKeyFunc, byNamespace)
}

func add(indexer cache.Indexer, item []byte, object any) error {
	if err := json.Unmarshal(item, object); err != nil {
		return err
	}
	return indexer.Add(object)
}

func readQuestions(path string) ([]authorizer.Attributes, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var questions []authorizer.Attributes
	for _, line := range bytes.Split(bytes.TrimSpace(content), []byte("\n")) {
		var spec authorizationv1.SubjectAccessReviewSpec
		if err := json.Unmarshal(line, &spec); err != nil {
			return nil, err
		}
		questions = append(questions, attributesOf(spec))
	}
	return questions, nil
}

func attributesOf(spec authorizationv1.SubjectAccessReviewSpec) authorizer.Attributes {
	who := &user.DefaultInfo{Name: spec.User, Groups: spec.Groups}
	if asked := spec.ResourceAttributes; asked != nil {
		return authorizer.AttributesRecord{
			User:            who,
			Verb:            asked.Verb,
			Namespace:       asked.Namespace,
			APIGroup:        asked.Group,
			Resource:        asked.Resource,
			Subresource:     asked.Subresource,
			Name:            asked.Name,
			ResourceRequest: true,
		}
	}
	asked := spec.NonResourceAttributes
	if asked == nil {
		asked = &authorizationv1.NonResourceAttributes{}
	}
	return authorizer.AttributesRecord{User: who, Verb: asked.Verb, Path: asked.Path}
}

// answer answers all questions once. An error of the authorizer would be a role that is missing; the worlds have none.
func answer(asked authorizer.Authorizer, questions []authorizer.Attributes) ([]byte, error) {
	decisions := make([]byte, 0, len(questions))
	for _, question := range questions {
		decision, _, err := asked.Authorize(context.Background(), question)
		if err != nil {
			return nil, err
		}
		if decision == authorizer.DecisionAllow {
			decisions = append(decisions, 'a')
		} else {
			decisions = append(decisions, 'd')
		}
	}
	return decisions, nil
}

// answersPerSecond answers all questions as often as fits into two seconds, at least once.
func answersPerSecond(asked authorizer.Authorizer, questions []authorizer.Attributes) (float64, error) {
	answered := 0
	start := time.Now()
	for answered == 0 || time.Since(start) < 2*time.Second {
		if _, err := answer(asked, questions); err != nil {
			return 0, err
		}
		answered += len(questions)
	}
	return float64(answered) / time.Since(start).Seconds(), nil
}

// peakMiB is the most memory that the process has had so far, which Linux counts in KiB.
func peakMiB() (float64, error) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0, err
	}
	return float64(usage.Maxrss) / 1024, nil
}
