package kiro.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.evidence.Evidence.ProvingTest;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/// Reads an evidence file. It says more than it needs to: what is not exactly as described is a finding
/// with its place, because evidence that is half understood proves nothing.
final class EvidenceReader {
    static final int VERSION = 1;

    private final SpecName spec;
    private final WorkspacePath path;
    private final byte[] bytes;
    private final List<Finding> findings = new ArrayList<>();

    private EvidenceReader(SpecName spec, WorkspacePath path, byte[] bytes) {
        this.spec = spec;
        this.path = path;
        this.bytes = bytes;
    }

    static EvidenceReading read(SpecName spec, WorkspacePath path, byte[] bytes) {
        var reader = new EvidenceReader(spec, path, bytes);
        try {
            List<Evidence> evidence = reader.evidence(EvidenceJson.parse(bytes));
            return reader.findings.isEmpty()
                    ? new EvidenceReading.Whole(evidence)
                    : new EvidenceReading.Broken(reader.findings);
        } catch (JacksonException malformed) {
            return new EvidenceReading.Broken(List.of(reader.malformed(malformed)));
        }
    }

    private List<Evidence> evidence(JsonNode root) {
        if (!root.isObject()) {
            broken(JsonPointer.empty(), "the file is not a JSON object");
            return List.of();
        }
        JsonNode version = root.path("version");
        if (version.isInt() && version.intValue() > VERSION) {
            broken(
                    at("version"),
                    "it was written by a newer version of kiro (format %s)".formatted(version));
            return List.of();
        }
        if (!version.isInt() || version.intValue() != VERSION) {
            broken(at("version"), "'version' is not " + VERSION);
        }
        if (!root.path("spec").isString()
                || !root.path("spec").stringValue().equals(spec.value())) {
            broken(at("spec"), "'spec' is not '%s', as the file's name says".formatted(spec));
        }
        if (!root.path("criteria").isArray()) {
            broken(at("criteria"), "'criteria' is not a list");
            return List.of();
        }
        return criteria(root.path("criteria"));
    }

    private List<Evidence> criteria(JsonNode criteria) {
        var evidence = new ArrayList<Evidence>();
        Set<CriterionId> seen = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            JsonPointer place = at("criteria").appendIndex(i);
            Optional<Evidence> read = criterion(criteria.get(i), place);
            read.ifPresent(evidence::add);
            if (read.isPresent() && !seen.add(read.get().criterion())) {
                broken(place, "there are two entries for " + read.get().criterion());
            }
        }
        return evidence;
    }

    private Optional<Evidence> criterion(JsonNode node, JsonPointer place) {
        if (!node.isObject()) {
            broken(place, "an entry of 'criteria' is not an object");
            return Optional.empty();
        }
        Optional<CriterionId> id = value(node, place, "id", "a criterion's id", CriterionId::new);
        Optional<Hash> words = value(node, place, "words", "a SHA-256 digest", Hash::new);
        Optional<Hash> tree = value(node, place, "tree", "a SHA-256 digest", Hash::new);
        Optional<String> command = value(node, place, "command", "a text", text -> text);
        Optional<Instant> time = value(node, place, "at", "a time in UTC", Instant::parse);
        Optional<List<ProvingTest>> tests =
                tests(node.path("tests"), place.appendProperty("tests"));
        boolean isWhole =
                id.isPresent()
                        && words.isPresent()
                        && tree.isPresent()
                        && command.isPresent()
                        && time.isPresent()
                        && tests.isPresent();
        return isWhole
                ? Optional.of(
                        new Evidence(
                                id.get(),
                                words.get(),
                                tree.get(),
                                tests.get(),
                                command.get(),
                                time.get()))
                : Optional.empty();
    }

    private Optional<List<ProvingTest>> tests(JsonNode node, JsonPointer place) {
        if (!node.isArray() || node.isEmpty()) {
            broken(place, "'tests' is not a list of at least one test");
            return Optional.empty();
        }
        var tests = new ArrayList<ProvingTest>();
        for (int i = 0; i < node.size(); i++) {
            JsonPointer at = place.appendIndex(i);
            Optional<String> suite = value(node.get(i), at, "suite", "a text", text -> text);
            Optional<String> name = value(node.get(i), at, "name", "a text", text -> text);
            Optional<Hash> body = value(node.get(i), at, "body", "a SHA-256 digest", Hash::new);
            if (suite.isPresent() && name.isPresent() && body.isPresent()) {
                tests.add(new ProvingTest(new TestId(suite.get(), name.get()), body.get()));
            }
        }
        return tests.size() == node.size() ? Optional.of(tests) : Optional.empty();
    }

    private <T> Optional<T> value(
            JsonNode node,
            JsonPointer place,
            String field,
            String kind,
            Function<String, T> parse) {
        JsonNode value = node.path(field);
        if (value.isString()) {
            try {
                return Optional.of(parse.apply(value.stringValue()));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                broken(
                        place.appendProperty(field),
                        "'%s' is not %s: %s".formatted(field, kind, value));
                return Optional.empty();
            }
        }
        broken(place.appendProperty(field), "'%s' is not %s".formatted(field, kind));
        return Optional.empty();
    }

    private static JsonPointer at(String field) {
        return JsonPointer.empty().appendProperty(field);
    }

    private Finding malformed(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        boolean isUnmerged = text.startsWith("<<<<<<<") || text.contains("\n<<<<<<<");
        return finding(
                place == null ? SourceSpan.start() : EvidenceJson.span(place),
                isUnmerged
                        ? "the evidence has the marks of an unfinished merge in it"
                        : "the evidence is not JSON: "
                                + OneLine.of(malformed.getOriginalMessage(), 160));
    }

    private void broken(JsonPointer place, String message) {
        findings.add(
                finding(EvidenceJson.place(bytes, place), "the evidence is broken: " + message));
    }

    private Finding finding(SourceSpan span, String message) {
        return Finding.error(
                "evidence/broken",
                path.value(),
                span,
                message,
                "mend it, or delete the file and run 'kiro spec sync %s', which proves everything anew"
                        .formatted(spec));
    }
}
