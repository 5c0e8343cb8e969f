package kiro.spec.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.workspace.WorkspacePath;

/// What one more sentence adds to the reading of a spec.
final class Phrasing {
    static final String UNREAD = "unread";

    private final String spec;

    /// @param spec has `{requirement}` and `{criterion}` where a sentence can stand
    Phrasing(String spec) {
        this.spec = spec;
    }

    /// The situation of a criterion and what follows in it; `unread` where it is not understood as a whole.
    String criterion(String sentence) {
        EndpointReading reading = read("", sentence);
        if (reading.unread().stream().anyMatch(one -> one.text().equals(sentence))) {
            return UNREAD;
        }
        return String.join(
                " ; ",
                reading.outcomes().stream()
                        .filter(one -> one.criterion().value().equals("AC-9"))
                        .map(one ->
                                ReadingText.brief(one.condition())
                                        + " -> "
                                        + String.join(
                                                ", ",
                                                one.expectations().stream()
                                                        .map(ReadingText::brief)
                                                        .toList()))
                        .toList());
    }

    /// All that is read of the spec with this criterion.
    String whole(String criterion) {
        return ReadingText.of(read("", criterion));
    }

    /// What a requirement adds; `unread` where a sentence of it is not understood, `-` where it adds nothing.
    String requirement(String sentence) {
        EndpointReading with = read(sentence, "");
        if (with.unread().size() > read("", "").unread().size()) {
            return UNREAD;
        }
        List<String> before = lines(read("", ""));
        var added = new ArrayList<>(lines(with));
        before.forEach(added::remove);
        return added.isEmpty() ? "-" : String.join(" ; ", added);
    }

    private static List<String> lines(EndpointReading reading) {
        return ReadingText.of(reading)
                .lines()
                .map(line -> line.replaceAll(" ?@\\d+:\\d+", "").strip())
                .toList();
    }

    private EndpointReading read(String requirement, String criterion) {
        String text =
                spec.replace("{requirement}\n", requirement.isEmpty() ? "" : requirement + "\n")
                        .replace(
                                "{criterion}\n",
                                criterion.isEmpty() ? "" : "- [ ] AC-9: " + criterion + "\n");
        return new EndpointReader().read(parsed(text));
    }

    static Spec parsed(String text) {
        return switch (SpecReader.read(
                new SpecName("phrasing"),
                WorkspacePath.of(".kiro/specs/phrasing.md"),
                text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken ->
                    throw new IllegalStateException(broken.findings().toString());
        };
    }
}
