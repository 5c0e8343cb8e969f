package kiro.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import kiro.agent.PromptTexts;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.TemplateParameter;
import kiro.spec.rule.SpecCheck;
import kiro.text.TextDocument;

/// Lets a model fill in a template from a description of what is wanted. What it proposes passes the checks that a
/// person's words pass, or is left out; all of it is marked until a person accepts it.
public final class TemplateDrafting {
    private final Asker asker;
    private final SpecCheck check;
    private final PromptTexts texts = new PromptTexts();

    public TemplateDrafting(Asker asker, SpecCheck check) {
        this.asker = asker;
        this.check = check;
    }

    /// What came of asking for the values of parameters.
    public sealed interface Values {
        /// @param values those that a person set, and those that the model chose
        record Chosen(SequencedMap<String, String> values) implements Values {}

        record Nothing(String reason) implements Values {}
    }

    /// Asks for the values that the description implies and nobody has set.
    public Values values(Brief brief) throws InterruptedException {
        List<TemplateParameter> open =
                brief.template().parameters().stream()
                        .filter(each -> !brief.values().containsKey(each.name()))
                        .toList();
        var values = new LinkedHashMap<>(brief.values());
        if (open.isEmpty()) {
            return new Values.Chosen(values);
        }
        return switch (asker.ask(question(brief, open), new ParameterJudge(open))) {
            case Asker.Outcome.Passed<SequencedMap<String, String>> passed ->
                    chosen(values, passed.value());
            case Asker.Outcome.Partly<SequencedMap<String, String>> partly ->
                    chosen(values, partly.value());
            case Asker.Outcome.Failed<SequencedMap<String, String>> failed ->
                    new Values.Nothing(failed.reason());
        };
    }

    private static Values chosen(
            SequencedMap<String, String> values, SequencedMap<String, String> more) {
        values.putAll(more);
        return new Values.Chosen(values);
    }

    /// Asks for the words that the template leaves open.
    ///
    /// @param brief with the values of all parameters that have one
    public Drafted draft(Brief brief) throws InterruptedException {
        FilledTemplate filled = FilledTemplate.of(brief);
        List<OpenLine> open = OpenLine.in(filled.files());
        var scratch = new Scratch(brief.name(), brief.form());
        var draftCheck = new DraftCheck(check, scratch, new Composition(filled.files(), List.of()));
        var judge =
                new TemplateJudge(
                        new ProposalReader(open, filled.main(), brief.form()),
                        new Composer(filled, scratch),
                        draftCheck);
        return switch (asker.ask(question(brief, filled.files(), open), judge)) {
            case Asker.Outcome.Passed<TemplateJudge.Draft> passed ->
                    drafted(brief, passed.value(), draftCheck);
            case Asker.Outcome.Partly<TemplateJudge.Draft> partly ->
                    drafted(brief, partly.value(), draftCheck);
            case Asker.Outcome.Failed<TemplateJudge.Draft> failed ->
                    new Drafted.Nothing(failed.reason());
        };
    }

    private Drafted drafted(Brief brief, TemplateJudge.Draft draft, DraftCheck draftCheck) {
        Composition composition = draft.composition();
        Spec spec = draftCheck.spec(composition).orElseThrow();
        String main = spec.path().name();
        List<AcceptanceCriterion> proposed =
                spec.criteria().stream()
                        .filter(each -> composition.at(main, each.span().line()).isPresent())
                        .toList();
        List<String> sections = ProposedMarks.sections(composition, spec, proposed);
        SequencedMap<String, TextDocument> marked =
                new ProposedMarks(asker.model()).mark(composition, spec, proposed, sections);
        return new Drafted.Proposed(
                FilledTemplate.texts(marked),
                proposed.stream().map(AcceptanceCriterion::id).toList(),
                sections,
                draft.refused(),
                UnsaidNumbers.in(draft.proposal(), composition, brief));
    }

    private Question question(Brief brief, List<TemplateParameter> open) {
        var list = new StringBuilder();
        for (TemplateParameter each : open) {
            list.append(
                    "- %s: %s%s\n"
                            .formatted(
                                    each.name(),
                                    ParameterJudge.form(each),
                                    each.standard().map(value -> "; else " + value).orElse("")));
        }
        return new Question(
                texts.text("draft/system.md"),
                description(brief)
                        + TaggedText.of("parameters", list.toString()).render()
                        + texts.text("draft/choose_parameters.md"),
                new ToolSpec(
                        "choose_parameters",
                        "Gives the template's parameters the values that the description implies.",
                        texts.text("draft/choose_parameters.schema.json")));
    }

    private Question question(
            Brief brief, SequencedMap<String, TextDocument> files, List<OpenLine> open) {
        var words = new StringBuilder(description(brief));
        files.forEach((name, document) ->
                words.append(
                        TaggedText.of("template", Map.of("file", name), numbered(document))
                                .render()));
        var lines = new StringBuilder();
        open.forEach(each ->
                lines.append("%s:%d: %s\n".formatted(each.file(), each.number(), each.text())));
        words.append(TaggedText.of("open-lines", lines.toString()).render());
        return new Question(
                texts.text("draft/system.md"),
                words.append(texts.text("draft/fill_in.md")).toString(),
                new ToolSpec(
                        "fill_in",
                        "Proposes the words of a new spec: what stands in place of open lines, and more requirements and criteria.",
                        texts.text("draft/fill_in.schema.json")));
    }

    private static String numbered(TextDocument document) {
        var text = new StringBuilder();
        for (int number = 1; number <= document.lines().size(); number++) {
            text.append("%d\t%s\n".formatted(number, document.line(number)));
        }
        return text.toString();
    }

    private static String description(Brief brief) {
        return TaggedText.of(
                        "description",
                        Map.of("spec", brief.name().value(), "template", brief.template().name()),
                        brief.description())
                .render();
    }
}
