package kiro.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.memory.Learned.Found;
import kiro.memory.Prose.Paragraph;
import kiro.memory.Sections.Section;
import kiro.steering.Inclusion;
import kiro.steering.SteeringFile;

/// Learns decisions from decision records and the technical approaches of specs, and conventions from steering. What it
/// learns is quoted, and is nothing that wants something of an agent.
final class DocumentLearner {
    private static final Pattern RECORDS =
            Pattern.compile(
                    "(?i)(?:.*/)?(?:decisions|adrs?|architecture-decisions|decision-records)/[^/]*\\.md");
    private static final Pattern NO_RECORD =
            Pattern.compile("(?i).*/(?:readme|index|template|.*-template|0000-.*)\\.md");
    private static final Pattern SPECS =
            Pattern.compile("\\.kiro/specs/(?:[^/]+\\.md|[^/]+/design\\.md)");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)^(?:adr[- ]?)?\\d+\\s*[:.)\u2013\u2014-]?\\s*");
    private static final Pattern OVER =
            Pattern.compile(
                    "(?i).*\\b(?:superseded|deprecated|rejected|proposed|draft|obsolete)\\b.*");
    private static final Pattern STATUS =
            Pattern.compile("(?im)^\\W*status\\W+(?<is>[\\w \\[\\]()./-]+)");
    private static final List<String> CHOICES =
            List.of("Decision Outcome", "Decision", "Choice", "Solution");
    private static final List<String> APPROACHES =
            List.of("Technical Approach", "Approach", "Architecture", "Design");
    private static final Pattern POLICY =
            Pattern.compile(
                    "(?i).*\\b(?:must|should|never|always|only|shall|do not|don't|not|prefer|avoid|use|require[sd]?|no|every|each|all|any"
                            + "|everything|forbidden|prohibited|banned|belongs?|ends? (?:in|with)|starts? with|are in)\\b.*");
    private static final int LONGEST = 320;
    private static final int ITEMS = 3;
    private static final int CONVENTIONS = 200;

    private final Learned learned;

    DocumentLearner(Learned learned) {
        this.learned = learned;
    }

    static boolean isRecord(String path) {
        return RECORDS.matcher(path).matches() && !NO_RECORD.matcher(path).matches();
    }

    static boolean isSpec(String path) {
        return SPECS.matcher(path).matches();
    }

    /// The decision of a record; empty where it does not hold, or has none.
    Optional<Fact> record(String path, String text) {
        Sections sections = Sections.of(text);
        Optional<Section> title =
                sections.all().stream().filter(each -> each.level() == 1).findFirst();
        if (title.isEmpty() || isOver(sections, text)) {
            return Optional.empty();
        }
        String name = NUMBER.matcher(title.get().heading()).replaceFirst("").strip();
        String choice =
                CHOICES.stream()
                        .flatMap(each -> sections.named(each).stream())
                        .map(section -> choice(Prose.paragraphs(section.body())))
                        .filter(Predicate.not(String::isEmpty))
                        .findFirst()
                        .orElse("");
        String told =
                name
                        + (choice.isEmpty()
                                ? ""
                                : ": "
                                        + Prose.upTo(
                                                choice,
                                                LONGEST - Math.min(name.length(), LONGEST / 2)));
        return choice.isEmpty() || name.isEmpty() || Instructions.isOne(told)
                ? Optional.empty()
                : Optional.of(
                        learned.decision(
                                new Found(
                                        path,
                                        told,
                                        new Source.OfFile(path, title.get().line()),
                                        Learned.topics(name),
                                        List.of(Ground.whole(path, text))),
                                0.95));
    }

    /// What was chosen: the first paragraph, with the list that it leads to. One that leads to options says nothing.
    private static String choice(List<Paragraph> said) {
        if (said.isEmpty()) {
            return "";
        }
        String first =
                said.getFirst().text().replaceFirst("(?i),? because(?: comes out best.*)?$", "");
        if (!first.endsWith(":")) {
            return first;
        }
        String listed =
                said.stream()
                        .skip(1)
                        .takeWhile(Paragraph::isItem)
                        .map(Paragraph::text)
                        .collect(Collectors.joining("; "));
        return listed.isEmpty() || first.toLowerCase(Locale.ROOT).contains("option")
                ? ""
                : first + " " + listed;
    }

    private static boolean isOver(Sections sections, String text) {
        String head = text.lines().limit(15).reduce("", (all, line) -> all + line + "\n");
        var status = STATUS.matcher(head);
        return sections.named("Status")
                        .map(Section::body)
                        .filter(body -> OVER.matcher(Prose.upTo(body, 80)).matches())
                        .isPresent()
                || (status.find() && OVER.matcher(status.group("is")).matches());
    }

    /// What a spec's technical approach decides.
    List<Fact> spec(String path, String text) {
        Sections sections = Sections.of(text);
        String title = sections.all().stream().findFirst().map(Section::heading).orElse(path);
        Optional<Section> approach =
                APPROACHES.stream().flatMap(each -> sections.named(each).stream()).findFirst();
        if (approach.isEmpty()) {
            return List.of();
        }
        List<Paragraph> paragraphs =
                Prose.paragraphs(approach.get().body()).stream()
                        .filter(DocumentLearner::isSaid)
                        .toList();
        boolean isList = paragraphs.stream().filter(Paragraph::isItem).count() > 1;
        return paragraphs.stream()
                .filter(each -> each.isItem() == isList)
                .limit(isList ? ITEMS : 1)
                .map(each -> approach(path, title, approach.get(), each))
                .toList();
    }

    private Fact approach(String path, String title, Section section, Paragraph said) {
        return learned.decision(
                new Found(
                        path + "\n" + Statement.words(said.text()),
                        title + ": " + Prose.upTo(said.text(), LONGEST),
                        new Source.OfSpec(path, section.heading(), section.line()),
                        Learned.topics(title),
                        List.of(Ground.section(path, section.heading(), section.body()))),
                0.9);
    }

    private static boolean isSaid(Paragraph said) {
        String lower = said.text().toLowerCase(Locale.ROOT);
        return !lower.contains("todo")
                && !lower.contains("tbd")
                && !said.text().contains("<")
                && !said.text().endsWith(":")
                && !Instructions.isOne(said.text());
    }

    /// What a steering file asks for, sentence by sentence.
    List<Fact> steering(SteeringFile file, String text) {
        List<String> paths =
                file.inclusion() instanceof Inclusion.FileMatch match ? match.globs() : List.of();
        var facts = new ArrayList<Fact>();
        stated(text)
                .limit(CONVENTIONS)
                .map(each ->
                        learned.convention(
                                new Found(
                                        file.path().value() + "\n" + Statement.words(each.text()),
                                        Prose.upTo(each.text(), LONGEST),
                                        new Source.OfFile(file.path().value(), each.line()),
                                        Learned.topics(file.name()),
                                        List.of(Ground.line(file.path().value(), each.first()))),
                                paths))
                .forEach(facts::add);
        return facts;
    }

    private static Stream<Paragraph> stated(String text) {
        return Prose.paragraphs(text).stream()
                .filter(each -> POLICY.matcher(each.text()).matches())
                .filter(DocumentLearner::isSaid);
    }
}
