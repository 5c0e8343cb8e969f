package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.text.SourceSpan;
import kiro.text.StrictJson;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads an evidence file. It says more than it needs to: what is not exactly as described is a finding
/// with its place, because evidence that is half understood proves nothing.
final class EvidenceReader {
    /// Version 1 knew no code but all of it.
    static final int VERSION = 2;

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
            List<Evidence> evidence = reader.evidence(StrictJson.parse(bytes));
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
        if (!version.isInt() || version.intValue() < 1) {
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
        var entry = new EvidenceEntry(node, place, this::broken);
        return entry.read();
    }

    private static JsonPointer at(String field) {
        return JsonPointer.empty().appendProperty(field);
    }

    private Finding malformed(JacksonException malformed) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        boolean isUnmerged = text.startsWith("<<<<<<<") || text.contains("\n<<<<<<<");
        return finding(
                StrictJson.span(malformed.getLocation()),
                isUnmerged
                        ? "the evidence has the marks of an unfinished merge in it"
                        : "the evidence is not JSON: "
                                + OneLine.of(malformed.getOriginalMessage(), 160));
    }

    private void broken(JsonPointer place, String message) {
        findings.add(finding(StrictJson.place(bytes, place), "the evidence is broken: " + message));
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
