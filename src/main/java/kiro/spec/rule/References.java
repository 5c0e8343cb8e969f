package kiro.spec.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Citation;
import kiro.spec.CriterionId;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.spec.SpecTask;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.spec.sentence.WordClass;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;

/// What a spec refers to: criteria by their ids, and other specs that it builds on.
final class References {
    /// So many are compared with each criterion that is not named as it stands.
    private static final int MOST_CITATIONS = 500;

    private static final List<String> DEPENDS = List.of("depends", "depends-on", "supersedes");

    /// A requirement that stands there for its number alone.
    private static final Pattern WITHDRAWN =
            Pattern.compile(
                    "~~|[\\[(](?:removed|withdrawn|deprecated|superseded|obsolete|dropped|deleted|n/a)\\b");

    /// A criterion of another spec, as in `user-profile#AC-1`.
    record Criterion(String spec, String id, SourceSpan span) {}

    /// Another spec, named in the front matter.
    record Dependency(String spec, SourceSpan span) {}

    private References() {}

    /// Reports ids of this spec's own form that none of its criteria has.
    static void check(Checked checked) {
        Spec spec = checked.spec();
        Set<String> known = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            known.add(criterion.id().value().toLowerCase(Locale.ROOT));
            if (criterion.hasExplicitId()) {
                Optional<String> prefix = prefix(criterion.id());
                if (prefix.isPresent()) {
                    prefixes.add(prefix.get());
                }
            }
        }
        if (prefixes.isEmpty()) {
            return;
        }
        List<Statement> all = new ArrayList<>(checked.criteria());
        all.addAll(checked.requirements());
        for (Statement statement : all) {
            Tokens tokens = statement.tokens();
            for (int i = 0; tokens.has(WordClass.HYPHENATED) && i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean isForeign = i > 0 && tokens.get(i - 1).isMark('#');
                boolean isUnknown =
                        token.is(WordClass.HYPHENATED)
                                && !isForeign
                                && CriterionId.parse(token.text())
                                        .flatMap(References::prefix)
                                        .filter(prefixes::contains)
                                        .isPresent()
                                && !known.contains(token.key());
                if (isUnknown) {
                    unknown(checked, statement, i);
                }
            }
        }
    }

    private static void unknown(Checked checked, Statement statement, int at) {
        checked.report(
                Rule.UNKNOWN_REFERENCE,
                statement,
                at,
                at,
                "there is no criterion %s in this spec"
                        .formatted(statement.tokens().get(at).text()),
                "name one that there is, or take the reference out");
    }

    /// The letters of an id before its number, such as `AC-`; empty where it has none.
    private static Optional<String> prefix(CriterionId id) {
        String value = id.value();
        int end = value.length();
        while (end > 0 && Character.isDigit(value.charAt(end - 1))) {
            end--;
        }
        boolean isLettered = end > 1 && end < value.length() && value.charAt(end - 1) == '-';
        return isLettered ? Optional.of(value.substring(0, end)) : Optional.empty();
    }

    static List<Criterion> criteria(List<Statement> statements) {
        List<Criterion> found = List.of();
        for (Statement statement : statements) {
            Tokens tokens = statement.tokens();
            for (int i = 1; tokens.has(Token.Kind.MARK) && i < tokens.size() - 1; i++) {
                Token mark = tokens.get(i);
                boolean isReference =
                        mark.isMark('#')
                                && tokens.get(i - 1).end() == mark.start()
                                && tokens.get(i + 1).start() == mark.end();
                if (isReference) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(
                            new Criterion(
                                    tokens.get(i - 1).text(),
                                    tokens.get(i + 1).text(),
                                    statement.place(i - 1, i + 1)));
                }
            }
        }
        return found;
    }

    static List<Dependency> dependencies(Spec spec) {
        Optional<FrontMatter> head =
                FrontMatter.of(spec.document())
                        .filter(each ->
                                each.yaml().contains("depends")
                                        || each.yaml().contains("supersedes"));
        if (head.isEmpty()
                || !(FlatYaml.read(head.get().yaml(), 1) instanceof FlatYaml.Reading.Whole whole)) {
            return List.of();
        }
        return whole.entries().stream()
                .filter(entry -> DEPENDS.contains(entry.key()))
                .flatMap(entry ->
                        entry.texts().stream()
                                .map(text -> new Dependency(text.strip(), entry.span())))
                .toList();
    }

    /// Reports requirements with a number of their own and no criteria below it, where others have some.
    static void requirements(Checked checked) {
        var numbered = new ArrayList<Section>();
        for (Section section : checked.spec().sections()) {
            if (isNumbered(section)) {
                numbered.add(section);
            }
        }
        if (numbered.isEmpty()) {
            return;
        }
        List<AcceptanceCriterion> criteria = checked.spec().criteria();
        int[] lines = new int[criteria.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = criteria.get(i).span().line();
        }
        Arrays.sort(lines);
        for (Section section : numbered) {
            int found = Arrays.binarySearch(lines, section.span().line());
            int next = found < 0 ? -found - 1 : found;
            if (next == lines.length || lines[next] > section.span().endLine()) {
                int line = section.span().line();
                checked.report()
                        .add(
                                Rule.REQUIREMENT_WITHOUT_CRITERION,
                                SourceSpan.ofLine(
                                        line, checked.spec().document().line(line).length()),
                                "'%s' has no acceptance criterion".formatted(section.heading()),
                                "add '#### Acceptance Criteria' below it, and a numbered list of what can be observed");
            }
        }
    }

    /// Reports criteria that no task cites, where there are tasks and some of them cite others.
    static void citations(Checked checked) {
        Spec spec = checked.spec();
        var cited = new ArrayList<Citation>();
        for (SpecTask task : spec.tasks()) {
            cited.addAll(task.requirements());
        }
        if (cited.isEmpty() || checked.report().isOff(Rule.UNCITED_CRITERION)) {
            return;
        }
        Set<String> names = new HashSet<>();
        List<Citation> others = new ArrayList<>();
        for (Citation citation : cited) {
            boolean isNew = names.add(citation.toString().toLowerCase(Locale.ROOT));
            if (isNew && others.size() < MOST_CITATIONS) {
                others.add(citation);
            }
        }
        for (Statement criterion : checked.criteria()) {
            if (!isCited(criterion.id(), names, others)) {
                checked.report()
                        .add(
                                Rule.UNCITED_CRITERION,
                                criterion.firstLine(),
                                "no task serves %s".formatted(criterion.name()),
                                "name it in the '_Requirements: ..._' line of the task that does, or add a task");
            }
        }
    }

    private static boolean isCited(
            Optional<CriterionId> id, Set<String> names, List<Citation> others) {
        if (id.isEmpty()) {
            return false;
        }
        return names.contains(id.get().value().toLowerCase(Locale.ROOT))
                || others.stream().anyMatch(each -> each.isOf(id.get()));
    }

    private static boolean isNumbered(Section section) {
        String heading = section.heading();
        return heading.regionMatches(true, 0, "requirement ", 0, 12)
                && heading.length() > 12
                && Character.isDigit(heading.charAt(12))
                && !isWithdrawn(heading);
    }

    private static boolean isWithdrawn(String heading) {
        boolean isPerhaps =
                heading.indexOf('~') >= 0 || heading.indexOf('(') >= 0 || heading.indexOf('[') >= 0;
        return isPerhaps && WITHDRAWN.matcher(heading.toLowerCase(Locale.ROOT)).find();
    }
}
