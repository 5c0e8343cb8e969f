package kiro.spec.suggest;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.spec.Spec;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;

/// Tells what a spec is about: it says so, or its sentences leave no doubt.
final class KindReader {
    private static final Pattern ROUTE =
            Pattern.compile("\\b(?:GET|POST|PUT|PATCH|DELETE)\\b[\\s`*|]{1,8}/");

    private static final Map<SpecKind, Clue> CLUES =
            Map.of(
                    SpecKind.JOB,
                    Clue.of(
                            "^the job (?:starts|runs|is started|is triggered)"
                                    + "|\\b(?:background|batch|cron|nightly|hourly|daily|scheduled) (?:job|task)\\b"
                                    + "|\\bjob (?:that )?(?:runs|starts) (?:every|each|nightly|daily|hourly|at \\d)"
                                    + "|^(?:every|each) (?:second|minute|hour|night|day|morning|evening|week|month|\\d+ \\w+)\\b.{0,40} jobs? "
                                    + "|\\b(?:worker|consumer) (?:consumes|reads|takes|processes|polls)\\b",
                            "\\bno\\b.*\\bjob\\b"),
                    SpecKind.MIGRATION,
                    Clue.of(
                            "^schema change:|\\balter table\\b"
                                    + "|\\b(?:schema|database) migration\\b"
                                    + "|\\b(?:add|adds|drop|drops|rename|renames) (?:a |an |the )?(?:\\S+ ){0,2}(?:column|index|foreign key)\\b"
                                    + "|\\bbackfill"),
                    SpecKind.INFRASTRUCTURE,
                    Clue.of(
                            "^resource: .*\\b(?:table|bucket|queue|topic|function|cluster|database|role|network|load balancer|instance)\\b"
                                    + "|\\b(?:the|a|this) (?:stack|terraform module) (?:creates|provisions|contains)\\b"),
                    SpecKind.BUG_FIX,
                    Clue.of(
                            "^(?:current|actual) behaviou?r(?: \\(defect\\))?\\s*(?::|$)|^root cause$|^steps to reproduce"),
                    SpecKind.INTEGRATION,
                    Clue.of(
                            "^service: |\\bintegrat(?:es|ion) with (?:the )?(?:third|external|[a-z]+'s)"
                                    + "|\\bcalls? the (?:third-party|external)\\b"
                                    + "|^calls: "));

    private KindReader() {}

    /// What a spec says that it is about; empty where it does not say.
    static Optional<SpecKind> said(Spec spec) {
        return FrontMatter.of(spec.document())
                .map(head -> FlatYaml.read(head.yaml(), 1))
                .flatMap(KindReader::said);
    }

    /// What its sentences leave no doubt about.
    ///
    /// @param candidates what it may be about
    static Set<SpecKind> of(SpecText text, Set<SpecKind> candidates) {
        var kinds = EnumSet.noneOf(SpecKind.class);
        for (SpecKind kind : candidates) {
            boolean is =
                    kind == SpecKind.REST
                            ? text.statements().stream()
                                    .anyMatch(said -> ROUTE.matcher(said.text()).find())
                            : Optional.ofNullable(CLUES.get(kind))
                                    .flatMap(clue -> clue.first(text.prose()))
                                    .isPresent();
            if (is) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static Optional<SpecKind> said(FlatYaml.Reading reading) {
        return reading instanceof FlatYaml.Reading.Whole whole
                ? value(whole, "kind").or(() -> value(whole, "template"))
                : Optional.empty();
    }

    private static Optional<SpecKind> value(FlatYaml.Reading.Whole head, String key) {
        return head.find(key)
                .map(entry -> String.join(" ", entry.texts()).strip())
                .flatMap(SpecKind::ofTemplate);
    }
}
