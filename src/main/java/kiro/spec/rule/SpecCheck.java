package kiro.spec.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Requirement;
import kiro.spec.Spec;
import kiro.spec.SpecRules;
import kiro.spec.sentence.Token;
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
        new StatusRules(checked).check(criteria);
        FrontMatterRules.check(checked);
        References.check(checked);
        References.requirements(checked);
        References.citations(checked);
        new ReadingRules(checked).check();
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
        var hits = new ArrayList<List<WordList.Hit>>(all.size());
        var wordRules = new WordRules(checked);
        for (Statement each : all) {
            List<WordList.Hit> found = words.find(each.tokens());
            hits.add(found);
            wordRules.check(each, found);
        }
        if (!language.isEnglish()) {
            return;
        }
        var ears = new EarsRules(checked);
        var shape = new ShapeRules(checked);
        var tests = new TestRules(checked);
        // of all statements, the criteria stand first
        for (int i = 0; i < checked.criteria().size(); i++) {
            Statement criterion = checked.criteria().get(i);
            List<WordList.Hit> found = hits.get(i);
            ears.check(criterion, found);
            shape.check(criterion, found);
            tests.check(criterion, found);
        }
        new TermRules(checked).check();
        new GuardRules(checked).check();
        new QualityRules(checked, words).check(all, hits);
    }

    private static SpecFacts.Said said(Spec spec, List<Statement> criteria, List<Statement> all) {
        var outcomes = new ArrayList<OutcomeFact>();
        var numbers = new ArrayList<NumberFact>();
        for (Statement statement : all) {
            Optional<OutcomeFact> outcome = OutcomeFact.of(statement, spec.path());
            if (outcome.isPresent()) {
                outcomes.add(outcome.get());
            }
            NumberFact.of(statement, spec.path(), numbers);
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
            if (isPlainStory(requirement.text())) {
                continue;
            }
            Statement statement = Statement.of(requirement, spec.document());
            if (!statement.tokens().isEmpty() && !isStory(statement)) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /// Told without taking it apart, as most are written: nothing in it is code or a quotation.
    private static boolean isPlainStory(String text) {
        return text.startsWith("As ")
                && text.contains(" want ")
                && text.indexOf('`') < 0
                && text.indexOf('"') < 0
                && text.indexOf('\u201C') < 0
                && text.indexOf('{') < 0;
    }

    /// A user story says what somebody wishes, in their own words.
    private static boolean isStory(Statement statement) {
        Token first = statement.tokens().getFirst();
        return first.is("user") || (first.is("as") && statement.tokens().hasWord("want"));
    }
}
