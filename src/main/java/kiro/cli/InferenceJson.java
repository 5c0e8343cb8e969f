package kiro.cli;

import java.util.List;
import kiro.infer.Endpoint;
import kiro.infer.Inference;
import kiro.infer.TestFact;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `kiro spec infer` tells programs. The form is described in `docs/formats/spec-infer.md`.
final class InferenceJson {
    private InferenceJson() {}

    static String of(Inference inference) {
        ObjectNode root = SpecJson.root();
        root.put("scope", inference.scope())
                .put("files", inference.reading().files())
                .put("lines", inference.reading().lines());
        ArrayNode languages = root.putArray("languages");
        inference.reading().languages().forEach(languages::add);
        ArrayNode endpoints = root.putArray("endpoints");
        inference.endpoints().forEach(endpoint -> add(endpoint, endpoints.addObject()));
        addInterface(inference, root.putArray("interface"));
        addErrors(inference, root.putArray("errors"));
        addFacts(inference, root.putArray("facts"));
        add(inference.tests(), root.putArray("tests"));
        addUnread(inference.reading(), root);
        return root.toPrettyString();
    }

    private static void addInterface(Inference inference, ArrayNode array) {
        inference
                .interfaces()
                .forEach(each ->
                        array.addObject()
                                .put("kind", each.kind())
                                .put("name", each.name())
                                .put("signature", each.signature())
                                .put("place", each.place().toString()));
    }

    private static void addErrors(Inference inference, ArrayNode array) {
        inference
                .thrown()
                .forEach(each ->
                        array.addObject()
                                .put("function", each.function())
                                .put("error", each.error())
                                .put("condition", each.condition())
                                .put("message", each.message())
                                .put("place", each.place().toString()));
    }

    private static void addFacts(Inference inference, ArrayNode array) {
        inference
                .facts()
                .forEach(each ->
                        array.addObject()
                                .put("kind", SpecJson.word(each.kind()))
                                .put("text", each.text())
                                .put("place", each.place().toString()));
    }

    private static void addUnread(Inference.Reading reading, ObjectNode root) {
        ArrayNode skipped = root.putArray("skipped");
        reading.skipped()
                .forEach(each ->
                        skipped.addObject().put("file", each.file()).put("reason", each.reason()));
        ArrayNode partly = root.putArray("partlyRead");
        reading.partly().forEach(each -> partly.add(each.toString()));
    }

    private static void add(Endpoint endpoint, ObjectNode node) {
        node.put("method", endpoint.method())
                .put("path", endpoint.path())
                .put("framework", endpoint.framework())
                .put("handler", endpoint.handler())
                .put("place", endpoint.place().toString());
        ArrayNode outcomes = node.putArray("outcomes");
        for (Endpoint.Outcome outcome : endpoint.outcomes()) {
            ObjectNode each =
                    outcomes.addObject()
                            .put("status", outcome.status())
                            .put("condition", outcome.condition())
                            .put("message", outcome.message())
                            .put("place", outcome.place().toString());
            add(outcome.tests(), each.putArray("tests"));
        }
    }

    private static void add(List<TestFact> tests, ArrayNode array) {
        tests.forEach(test ->
                array.addObject()
                        .put("name", test.name())
                        .put("method", test.method())
                        .put("path", test.path())
                        .put("status", test.status())
                        .put("place", test.place().toString()));
    }
}
