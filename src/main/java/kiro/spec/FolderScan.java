package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.SourceSpan;

/// Makes one spec of the files of its folder.
final class FolderScan {
    private FolderScan() {}

    /// @param sources at least one, in the order of their kinds
    static SpecReading read(SpecName name, List<SpecSource> sources) {
        Spec spec = of(name, sources);
        return !spec.criteria().isEmpty()
                ? new SpecReading.Whole(spec)
                : new SpecReading.Broken(SpecRules.check(spec), Optional.of(spec));
    }

    static Spec of(SpecName name, List<SpecSource> sources) {
        var documents = new ArrayList<SpecDocument>();
        var tasks = new ArrayList<SpecTask>();
        var properties = new ArrayList<CorrectnessProperty>();
        Optional<RequirementsScan.Result> main = Optional.empty();
        for (SpecSource source : sources) {
            List<Section> sections;
            if (source.kind().hasCriteria() && main.isEmpty()) {
                main = Optional.of(RequirementsScan.of(source.text()));
                sections = main.get().sections();
            } else {
                VisibleLines lines = VisibleLines.of(source.text());
                sections = Sections.of(source.text(), headings(lines));
                switch (source.kind()) {
                    case DESIGN -> properties.addAll(DesignScan.of(lines));
                    case TASKS -> tasks.addAll(TaskScan.of(lines));
                    case SPEC, REQUIREMENTS, BUGFIX -> {}
                }
            }
            documents.add(new SpecDocument(source.kind(), source.path(), sections, source.text()));
        }
        return new Spec(
                name,
                title(name, main),
                documents,
                main.map(RequirementsScan.Result::requirements).orElse(List.of()),
                main.map(RequirementsScan.Result::criteria).orElse(List.of()),
                tasks,
                properties);
    }

    private static String title(SpecName name, Optional<RequirementsScan.Result> main) {
        return main.flatMap(RequirementsScan.Result::heading)
                .map(SectionWords::title)
                .filter(title -> !title.isBlank())
                .orElseGet(() -> SpecTemplate.titleOf(name));
    }

    private static List<Heading> headings(VisibleLines lines) {
        var headings = new ArrayList<Heading>();
        lines.forEach(number -> {
            String line = lines.document().line(number);
            int level = VisibleLines.headingLevel(line);
            if (level > 0) {
                headings.add(
                        new Heading(
                                HeadingWords.ofLine(line),
                                level,
                                SourceSpan.ofLine(number, line.length())));
            }
        });
        return headings;
    }
}
