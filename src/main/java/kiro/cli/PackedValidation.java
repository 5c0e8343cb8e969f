package kiro.cli;

import java.io.IOException;
import java.util.List;
import kiro.finding.PackedFinding;
import kiro.spec.SpecName;
import kiro.spec.rule.PackedFacts;
import kiro.spec.rule.SpecScore;
import kiro.spec.suggest.Suggestion;
import kiro.text.PackReader;
import kiro.text.PackWriter;
import kiro.workspace.WorkspacePath;

/// What came of checking, in the form in which it is kept for a later run.
final class PackedValidation {
    private PackedValidation() {}

    static byte[] of(Validation.Part part) {
        var out = new PackWriter();
        switch (part) {
            case Validation.Part.Whole whole -> {
                out.fact(true);
                PackedFacts.write(whole.facts(), out);
                write(whole.suggested(), out);
            }
            case Validation.Part.Broken broken -> {
                out.fact(false);
                out.list(broken.findings(), each -> PackedFinding.write(each, out));
            }
        }
        return out.bytes();
    }

    static Validation.Part part(PackReader in) throws IOException {
        return in.fact()
                ? new Validation.Part.Whole(PackedFacts.read(in), suggested(in))
                : new Validation.Part.Broken(in.list(() -> PackedFinding.read(in)));
    }

    static byte[] of(Validation validation) {
        var out = new PackWriter();
        out.count(validation.checked());
        out.list(validation.findings(), each -> PackedFinding.write(each, out));
        out.list(
                validation.scores(),
                each -> {
                    out.text(each.path().value());
                    out.count(each.score());
                });
        out.list(validation.suggested(), each -> write(each, out));
        return out.bytes();
    }

    static Validation validation(PackReader in) throws IOException {
        int checked = in.count();
        return new Validation(
                checked,
                in.list(() -> PackedFinding.read(in)),
                in.list(() -> new SpecScore(path(in.text()), in.count())),
                in.list(() -> suggested(in)));
    }

    private static void write(Suggested suggested, PackWriter out) {
        out.text(suggested.spec().value());
        out.text(suggested.file());
        out.list(suggested.suggestions(), each -> write(each, out));
    }

    private static Suggested suggested(PackReader in) throws IOException {
        SpecName spec =
                SpecName.parse(in.text()).orElseThrow(() -> new IOException("not a spec's name"));
        String file = in.text();
        List<Suggestion> suggestions = in.list(() -> suggestion(in));
        return new Suggested(spec, file, suggestions);
    }

    private static void write(Suggestion suggestion, PackWriter out) {
        out.text(suggestion.rule().value());
        out.text(suggestion.scope());
        out.text(suggestion.text());
        out.text(suggestion.because());
        out.span(suggestion.span());
    }

    private static Suggestion suggestion(PackReader in) throws IOException {
        return new Suggestion(
                PackedFinding.rule(in.text()), in.text(), in.text(), in.text(), in.span());
    }

    private static WorkspacePath path(String value) throws IOException {
        try {
            return WorkspacePath.of(value);
        } catch (IllegalArgumentException impossible) {
            throw new IOException("not a path", impossible);
        }
    }
}
