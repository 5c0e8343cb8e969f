package kiro.steering.project;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.text.ValueTree;
import kiro.text.YamlTree;

/// The file of waivers: `docs/formats/steering-baseline.md`. What cannot be read waives nothing.
public final class WaiverFile {
    public static final String PATH = ".kiro/steering/waivers.yaml";

    private static final Set<String> KEYS = Set.of("rule", "files", "owner", "until", "reason");

    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private WaiverFile() {}

    /// What came out of reading one.
    public record Reading(List<Waiver> waivers, List<Finding> findings) {
        public static final Reading EMPTY = new Reading(List.of(), List.of());

        public Reading {
            waivers = List.copyOf(waivers);
            findings = List.copyOf(findings);
        }
    }

    public static Reading read(String text) {
        var reader = new WaiverFile();
        switch (YamlTree.read(text, 0)) {
            case ValueTree.Reading.Broken(SourceSpan span, String problem) ->
                    reader.bad(span, "the file cannot be read: " + problem);
            case ValueTree.Reading.Whole(ValueTree.Fields fields) -> reader.all(fields);
        }
        return new Reading(reader.waivers, reader.findings);
    }

    private void all(ValueTree.Fields fields) {
        for (ValueTree.Field field : fields.fields()) {
            if (!field.key().equals("waivers")) {
                bad(field.span(), "'%s' is no key of it".formatted(field.key()));
            } else if (field.value() instanceof ValueTree.Items(List<ValueTree> items, _)) {
                items.forEach(this::one);
            } else if (!(field.value() instanceof ValueTree.Nothing)) {
                bad(field.span(), "'waivers' is " + field.value().kind() + ", and no list");
            }
        }
    }

    private void one(ValueTree item) {
        if (!(item instanceof ValueTree.Fields fields)) {
            bad(item.span(), "a waiver is a mapping");
            return;
        }
        for (ValueTree.Field field : fields.fields()) {
            if (!KEYS.contains(field.key())) {
                bad(field.span(), "'%s' is no key of a waiver".formatted(field.key()));
                return;
            }
        }
        Optional<String> rule = word(fields, "rule");
        Optional<String> owner = word(fields, "owner");
        Optional<LocalDate> until = word(fields, "until").flatMap(WaiverFile::day);
        Optional<List<PathGlob>> files = files(fields);
        if (rule.isEmpty() || owner.isEmpty() || until.isEmpty() || files.isEmpty()) {
            bad(
                    fields.span(),
                    "a waiver needs 'rule', 'files', 'owner' and 'until' with a day such as 2026-12-31");
            return;
        }
        waivers.add(
                new Waiver(
                        rule.get(),
                        files.get(),
                        owner.get(),
                        until.get(),
                        word(fields, "reason").orElse(""),
                        PATH,
                        fields.span()));
    }

    private static Optional<List<PathGlob>> files(ValueTree.Fields fields) {
        List<ValueTree> values =
                switch (fields.find("files").map(ValueTree.Field::value).orElse(fields)) {
                    case ValueTree.Word word -> List.of(word);
                    case ValueTree.Items items -> items.items();
                    case ValueTree.Nothing _, ValueTree.Fields _ -> List.of();
                };
        var globs = new ArrayList<PathGlob>();
        for (ValueTree value : values) {
            Optional<PathGlob> glob =
                    value instanceof ValueTree.Word word
                            ? PathGlob.parse(word.text())
                            : Optional.empty();
            if (glob.isEmpty()) {
                return Optional.empty();
            }
            globs.add(glob.get());
        }
        return globs.isEmpty() ? Optional.empty() : Optional.of(globs);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> word(ValueTree.Fields fields, String key) {
        return fields.find(key)
                .map(ValueTree.Field::value)
                .filter(ValueTree.Word.class::isInstance)
                .map(ValueTree.Word.class::cast)
                .map(ValueTree.Word::text)
                .filter(text -> !text.isBlank());
    }

    private void bad(SourceSpan span, String problem) {
        findings.add(
                Finding.error(
                        "steering/bad-waiver",
                        PATH,
                        span,
                        problem,
                        "write it as docs/formats/steering-baseline.md says; until then it waives nothing"));
    }
}
