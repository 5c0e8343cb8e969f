package kiro.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.draft.AddedNames;
import kiro.draft.Judge;
import kiro.model.Purpose;
import kiro.model.TaggedText;

/// Has a model say what a branch does. What is proven, what breaks and what was tested is computed, and no model speaks of it.
final class DescriptionWording {
    private static final int LONGEST_TITLE = 72;
    private static final int LONGEST_PARAGRAPH = 900;
    private static final int MOST_PARAGRAPHS = 3;

    /// Claims of which the tables below are the proof, and marks that would make a table or a tick of words.
    private static final Pattern CLAIMS =
            Pattern.compile(
                    "(?i)\\bAC-?\\d|\\bcriteri(?:on|a)\\b|\\btests? (?:all )?pass|\\ball tests\\b|\\b(?:fully|well) tested\\b|\\bproven\\b"
                            + "|\\bverified\\b|<!--|\\[[ x]\\]|^\\s*[#|>]|\\[secret\\]");

    private final ModelHelp help;
    private final Path root;

    DescriptionWording(ModelHelp help, Path root) {
        this.help = help;
        this.root = root;
    }

    ModelHelp.Help<PrDescription> of(PrDescription plain) throws InterruptedException, IOException {
        if (!help.isWanted()) {
            return new ModelHelp.Help.Off<>();
        }
        List<TaggedText> told =
                List.of(
                        TaggedText.of("description", plain.text()),
                        TaggedText.of("change", ToldFiles.of(root).diff(plain.change().files())));
        String known = told.stream().map(TaggedText::body).collect(Collectors.joining("\n"));
        return help.ask(
                "pr_description",
                Purpose.SUMMARY,
                told,
                arguments -> judged(ProposedFields.of(arguments), plain, known));
    }

    private static Judge.Judgement<PrDescription> judged(
            ProposedFields proposed, PrDescription plain, String known) {
        String title = proposed.line("title");
        List<String> summary = proposed.lines("summary");
        var problems = new ArrayList<String>();
        if (title.length() < 3 || title.length() > LONGEST_TITLE || title.endsWith(".")) {
            problems.add(
                    "the title has not 3 to %d characters, or a full stop"
                            .formatted(LONGEST_TITLE));
        }
        if (summary.isEmpty() || summary.size() > MOST_PARAGRAPHS) {
            problems.add("the summary has not one to %d paragraphs".formatted(MOST_PARAGRAPHS));
        }
        problem(title, known).ifPresent(problems::add);
        summary.forEach(each -> problem(each, known).ifPresent(problems::add));
        return problems.isEmpty()
                ? new Judge.Judgement.Good<>(plain.with(new PrDescription.Prose(title, summary)))
                : new Judge.Judgement.Faulty<>(Optional.empty(), problems);
    }

    private static Optional<String> problem(String text, String known) {
        if (text.length() > LONGEST_PARAGRAPH) {
            return Optional.of(
                    "a paragraph has more than %d characters".formatted(LONGEST_PARAGRAPH));
        }
        if (CLAIMS.matcher(text).find()) {
            return Optional.of(
                    "'%s' speaks of criteria, proofs or tests that pass, or is no plain prose"
                            .formatted(text));
        }
        SortedSet<String> added = AddedNames.ofCode(text, known);
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s stands nowhere in the change".formatted(String.join(", ", added)));
    }
}
