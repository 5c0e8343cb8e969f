package kiro.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.Evidence.Via;
import kiro.spec.CriterionId;
import kiro.text.Hash;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads one entry of an evidence file.
///
/// @param broken told of what is not as described, with its place
record EvidenceEntry(JsonNode node, JsonPointer place, BiConsumer<JsonPointer, String> broken) {

    Optional<Evidence> read() {
        Optional<CriterionId> id = value(node, place, "id", "a criterion's id", CriterionId::new);
        Optional<Hash> words = value(node, place, "words", "a SHA-256 digest", Hash::new);
        Optional<Owned> owned = owned();
        Optional<String> command = value(node, place, "command", "a text", text -> text);
        Optional<Instant> time = value(node, place, "at", "a time in UTC", Instant::parse);
        Optional<List<ProvingTest>> tests =
                tests(node.path("tests"), place.appendProperty("tests"));
        Optional<Optional<Proof>> proof = proof();
        boolean isWhole =
                id.isPresent()
                        && words.isPresent()
                        && owned.isPresent()
                        && command.isPresent()
                        && time.isPresent()
                        && tests.isPresent()
                        && proof.isPresent();
        return isWhole
                ? Optional.of(
                        new Evidence(
                                id.get(),
                                words.get(),
                                owned.get(),
                                tests.get(),
                                command.get(),
                                time.get(),
                                proof.get()))
                : Optional.empty();
    }

    /// Version 1 has `tree` in place of `code` and `by`.
    private Optional<Owned> owned() {
        if (node.has("tree") && !node.has("code")) {
            return value(node, place, "tree", "a SHA-256 digest", Hash::new).map(Owned::tree);
        }
        Optional<Hash> code = value(node, place, "code", "a SHA-256 digest", Hash::new);
        Optional<Owned.By> by =
                value(
                        node,
                        place,
                        "by",
                        "coverage, marker, targets or tree",
                        text -> Owned.By.valueOf(text.toUpperCase(Locale.ROOT)));
        var parts = new ArrayList<String>();
        for (JsonNode part : node.path("owns")) {
            parts.add(part.asString(""));
        }
        boolean hasRun = node.path("run").asBoolean(false);
        return code.isPresent() && by.isPresent()
                ? Optional.of(new Owned(by.get(), code.get(), parts, hasRun))
                : Optional.empty();
    }

    /// Empty where there is one and it is not as described.
    private Optional<Optional<Proof>> proof() {
        JsonNode proof = node.path("proof");
        JsonPointer at = place.appendProperty("proof");
        if (proof.isMissingNode()) {
            return Optional.of(Optional.empty());
        }
        if (!proof.path("changes").isInt() || !proof.path("survivors").isArray()) {
            broken.accept(at, "'proof' has no 'changes' or no 'survivors'");
            return Optional.empty();
        }
        var survivors = new ArrayList<Proof.Survivor>();
        for (JsonNode survivor : proof.path("survivors")) {
            survivors.add(
                    new Proof.Survivor(
                            survivor.path("file").asString(""),
                            survivor.path("line").asInt(0),
                            survivor.path("before").asString(""),
                            survivor.path("after").asString("")));
        }
        return Optional.of(Optional.of(new Proof(proof.path("changes").intValue(), survivors)));
    }

    private Optional<List<ProvingTest>> tests(JsonNode list, JsonPointer at) {
        if (!list.isArray() || list.isEmpty()) {
            broken.accept(at, "'tests' is not a list of at least one test");
            return Optional.empty();
        }
        var tests = new ArrayList<ProvingTest>();
        for (int i = 0; i < list.size(); i++) {
            JsonPointer each = at.appendIndex(i);
            JsonNode test = list.get(i);
            Optional<String> suite = value(test, each, "suite", "a text", text -> text);
            Optional<String> name = value(test, each, "name", "a text", text -> text);
            Optional<Hash> body = value(test, each, "body", "a SHA-256 digest", Hash::new);
            Via via = test.path("via").asString("").equals("report") ? Via.REPORT : Via.SOURCE;
            if (suite.isPresent() && name.isPresent() && body.isPresent()) {
                tests.add(new ProvingTest(new TestId(suite.get(), name.get()), body.get(), via));
            }
        }
        return tests.size() == list.size() ? Optional.of(tests) : Optional.empty();
    }

    private <T> Optional<T> value(
            JsonNode object, JsonPointer at, String field, String kind, Function<String, T> parse) {
        JsonNode value = object.path(field);
        if (!value.isString()) {
            broken.accept(at.appendProperty(field), "'%s' is not %s".formatted(field, kind));
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(value.stringValue()));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            broken.accept(
                    at.appendProperty(field), "'%s' is not %s: %s".formatted(field, kind, value));
            return Optional.empty();
        }
    }
}
