package kiro.spec.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Requirement;
import kiro.spec.Spec;
import kiro.spec.SpecRules;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Checks specs against every rule: each by itself, in any thread, and then what they say against each other.
public final class SpecCheck {
    private final RuleLevels levels;
    private final Languages languages = new Languages();

    public SpecCheck(RuleLevels levels) {
        this.levels = levels;
    }

    /// Which specs are held against each other.
    public enum Scope {
        /// Every spec of the project: what a spec refers to has to be among them.
        PROJECT,
        /// Some of them: what is not among them may be elsewhere.
        PART
    }

    /// Everything to be repaired in one spec, in the order of its file, without looking at others.
    public List<Finding> findings(Spec spec) {
        return findings(List.of(check(spec)), Scope.PART);
    }

    /// Everything to be repaired in specs that were checked, in the order of files and lines.
    public List<Finding> findings(List<SpecFacts> specs, Scope scope) {
        return new Project(levels, scope).findings(specs);
    }

    /// Checks one spec by itself; the spec need not be kept.
    public SpecFacts check(Spec spec) {
        List<Statement> criteria = criteria(spec);
        List<Statement> requirements = requirements(spec);
        var all = new ArrayList<>(criteria);
        all.addAll(requirements);
        Language language = languages.of(spec, all);
        var report = new Report(spec.path(), levels);
        var checked =
                new Checked(
                        spec, criteria, requirements, language.words(), Glossary.of(spec), report);
        sentences(checked, all, language);
        FrontMatterRules.check(checked);
        References.check(checked);
        References.requirements(checked);
        References.citations(checked);
        var findings = new ArrayList<>(levels.apply(SpecRules.check(spec)));
        findings.addAll(report.findings());
        return SpecFacts.of(spec, findings, Suppressions.in(spec), said(spec, criteria, all));
    }

    private static void sentences(Checked checked, List<Statement> all, Language language) {
        if (language.words().isEmpty()) {
            checked.report()
                    .add(
                            Rule.OTHER_LANGUAGE,
                            SourceSpan.start(),
                            "the rules about words know English, and this seems to be %s"
                                    .formatted(language.name()),
                            "say which language it is with 'lang: en' in the front matter, or leave it: all other rules apply");
            return;
        }
        WordList words = language.words().get();
        Map<Statement, List<WordList.Hit>> hits = QualityRules.hits(all, words);
        var wordRules = new WordRules(checked);
        all.forEach(each -> wordRules.check(each, hits.getOrDefault(each, List.of())));
        if (!language.isEnglish()) {
            return;
        }
        var ears = new EarsRules(checked);
        var shape = new ShapeRules(checked);
        var tests = new TestRules(checked);
        for (Statement criterion : checked.criteria()) {
            List<WordList.Hit> found = hits.getOrDefault(criterion, List.of());
            ears.check(criterion, found);
            shape.check(criterion, found);
            tests.check(criterion, found);
        }
        new TermRules(checked).check();
        new GuardRules(checked).check();
        new QualityRules(checked, words).check(hits);
    }

    private static SpecFacts.Said said(Spec spec, List<Statement> criteria, List<Statement> all) {
        var outcomes = new ArrayList<OutcomeFact>();
        var numbers = new ArrayList<NumberFact>();
        for (Statement statement : all) {
            OutcomeFact.of(statement, spec.path()).ifPresent(outcomes::add);
            numbers.addAll(NumberFact.of(statement, spec.path()));
        }
        return new SpecFacts.Said(
                outcomes,
                numbers,
                TextFact.of(criteria, spec.path()),
                References.criteria(all),
                References.dependencies(spec));
    }

    private static List<Statement> criteria(Spec spec) {
        TextDocument document = spec.document();
        var statements = new ArrayList<Statement>();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            Statement statement = Statement.of(criterion, document);
            if (!statement.tokens().isEmpty()) {
                statements.add(statement);
            }
        }
        return statements;
    }

    private static List<Statement> requirements(Spec spec) {
        var statements = new ArrayList<Statement>();
        for (Requirement requirement : spec.requirements()) {
            Statement statement = Statement.of(requirement, spec.document());
            if (!statement.tokens().isEmpty() && !isStory(statement)) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /// A user story says what somebody wishes, in their own words.
    private static boolean isStory(Statement statement) {
        return statement.tokens().getFirst().is("user")
                || (statement.tokens().getFirst().is("as")
                        && statement.tokens().stream().anyMatch(token -> token.is("want")));
    }
}
