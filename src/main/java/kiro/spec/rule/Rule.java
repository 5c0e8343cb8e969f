package kiro.spec.rule;

import static kiro.finding.Severity.ERROR;
import static kiro.finding.Severity.INFO;
import static kiro.finding.Severity.WARNING;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kiro.finding.RuleId;
import kiro.finding.Severity;

/// Every rule about specs whose level a team may choose. What each finds, with examples, is in the catalogue.
public enum Rule {
    MISSING_SECTION("missing-section", ERROR),
    EMPTY_SECTION("empty-section", ERROR),
    REPEATED_SECTION("repeated-section", WARNING),
    PLACEHOLDER("placeholder", ERROR),
    ODD_CHECKBOX("odd-checkbox", WARNING),
    UNCLOSED_FENCE("unclosed-fence", WARNING),
    UNCLOSED_COMMENT("unclosed-comment", WARNING),
    BROKEN_FRONT_MATTER("broken-front-matter", WARNING),
    EMPTY_DOCUMENT("empty-document", WARNING),
    TWO_REQUIREMENTS("two-requirements", WARNING),
    UNKNOWN_REFERENCE("unknown-reference", ERROR),
    DEPENDENCY_CYCLE("dependency-cycle", ERROR),
    EMPTY_CRITERION("empty-criterion", ERROR),
    NO_CHECKBOX("no-checkbox", WARNING),
    REQUIREMENT_WITHOUT_CRITERION("requirement-without-criterion", ERROR),
    NO_OUTCOME("no-outcome", WARNING),
    UNKNOWN_REQUIREMENT("unknown-requirement", WARNING),
    UNCITED_CRITERION("uncited-criterion", WARNING),
    NOT_EARS("not-ears", WARNING),
    EARS_KEYWORD("ears-keyword", INFO),
    UNNAMED_SUBJECT("unnamed-subject", WARNING),
    GENERIC_SYSTEM("generic-system", INFO),
    PASSIVE_VOICE("passive-voice", INFO),
    VAGUE("vague", WARNING),
    ESCAPE_CLAUSE("escape-clause", WARNING),
    OPEN_ENDED("open-ended", WARNING),
    SUPERFLUOUS_INFINITIVE("superfluous-infinitive", INFO),
    AND_OR("and-or", WARNING),
    COMPOUND("compound", WARNING),
    PURPOSE("purpose", INFO),
    PARENTHESIS("parenthesis", INFO),
    ABSOLUTE("absolute", INFO),
    PRONOUN("pronoun", INFO),
    COMPARATIVE("comparative", WARNING),
    NEGATIVE("negative", INFO),
    WEAK_MODAL("weak-modal", WARNING),
    MIXED_MODALS("mixed-modals", INFO),
    UNDEFINED_ACRONYM("undefined-acronym", INFO),
    TERM_DRIFT("term-drift", INFO),
    UNTESTABLE("untestable", WARNING),
    NO_MEASURE("no-measure", WARNING),
    NO_TIME_LIMIT("no-time-limit", WARNING),
    RECIPE("recipe", INFO),
    REPEATED_CRITERION("repeated-criterion", WARNING),
    NEAR_DUPLICATE("near-duplicate", WARNING),
    CONTRADICTION("contradiction", ERROR),
    NO_CONDITION("no-condition", WARNING),
    UNSATISFIABLE("unsatisfiable", WARNING),
    GAP("gap", WARNING),
    MISSING_QUALITY("missing-quality", INFO),
    UNPROTECTED_DATA("unprotected-data", WARNING),
    NOT_READ("not-read", INFO),
    OTHER_LANGUAGE("other-language", INFO),
    UNUSED_SUPPRESSION("unused-suppression", WARNING),
    BAD_SUPPRESSION("bad-suppression", ERROR);

    private static final Map<String, Rule> BY_ID = byId();
    private static final Map<Rule, RuleId> IDS = ids();

    private final String id;
    private final Severity level;

    Rule(String word, Severity level) {
        this.id = "spec/" + word;
        this.level = level;
    }

    public RuleId id() {
        return Objects.requireNonNull(IDS.get(this));
    }

    /// The level that it has where a team chooses none.
    public Severity level() {
        return level;
    }

    public static Optional<Rule> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Map<String, Rule> byId() {
        var rules = new HashMap<String, Rule>();
        for (Rule rule : values()) {
            rules.put(rule.id, rule);
        }
        return rules;
    }

    private static Map<Rule, RuleId> ids() {
        var ids = new EnumMap<Rule, RuleId>(Rule.class);
        for (Rule rule : values()) {
            ids.put(rule, new RuleId(rule.id));
        }
        return ids;
    }
}
