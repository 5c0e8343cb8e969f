package kiro.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.draft.AddedNames;
import kiro.draft.Judge;
import kiro.model.Purpose;
import kiro.model.TaggedText;

/// Has a model word a commit's message. Type, scope, breaking changes and footers are those that were derived.
final class MessageWording {
    private static final int LINE = 72;
    private static final int MOST_PARAGRAPHS = 4;
    private static final int MOST_SUBJECTS = 12;
    private static final int LONGEST_PARAGRAPH = 600;
    private static final Pattern TRAILER =
            Pattern.compile(
                    "[A-Z][A-Za-z]*(?:-[A-Za-z]+)*: .*|BREAKING[ -]CHANGE.*|[^\\p{L}\\p{N}`'\"(].*");
    private static final Pattern REFERENCE = Pattern.compile("#\\d+|(?:^|\\s)[#;]");
    private static final Pattern REPORTING = Pattern.compile("(?i)\\w{2,}(?:ed|ing)\\b.*");

    /// Words of the imperative that only look like reports.
    private static final Set<String> IMPERATIVES =
            Set.of("embed", "feed", "seed", "need", "speed", "shed", "bring", "string", "ping");

    private final ModelHelp help;
    private final Path root;
    private final CommitMessages.Style style;

    MessageWording(ModelHelp help, Path root, CommitMessages.Style style) {
        this.help = help;
        this.root = root;
        this.style = style;
    }

    ModelHelp.Help<CommitMessage> of(CommitMessage plain, Change change, CommitLog log)
            throws InterruptedException, IOException {
        if (!help.isWanted()) {
            return new ModelHelp.Help.Off<>();
        }
        ConventionalSubject head = head(plain);
        int room = style.length() - head.toString().length();
        String diff = ToldFiles.of(root).diff(change.files());
        String subjects =
                log.entries().stream()
                        .limit(MOST_SUBJECTS)
                        .map(CommitLog.Entry::subject)
                        .collect(Collectors.joining("\n"));
        List<TaggedText> told =
                List.of(
                        TaggedText.of("change", diff),
                        TaggedText.of("log", subjects),
                        TaggedText.of(
                                "message",
                                "head: %s\nroom: %d characters\n\n%s"
                                        .formatted(head, room, plain.text())));
        String known = told.stream().map(TaggedText::body).collect(Collectors.joining("\n"));
        return help.ask(
                "commit_message",
                Purpose.SUMMARY,
                told,
                arguments -> judged(ProposedFields.of(arguments), plain, known));
    }

    private static ConventionalSubject head(CommitMessage plain) {
        ConventionalSubject subject = plain.subject();
        return new ConventionalSubject(subject.type(), subject.scope(), subject.isBreaking(), "");
    }

    private Judge.Judgement<CommitMessage> judged(
            ProposedFields proposed, CommitMessage plain, String known) {
        String words = proposed.line("subject");
        List<String> body = style.hasBody() ? proposed.lines("body") : List.of();
        var problems = new ArrayList<String>();
        subject(words, plain, known).ifPresent(problems::add);
        boolean isSubjectGood = problems.isEmpty();
        if (body.size() > MOST_PARAGRAPHS) {
            problems.add("the body has more than %d paragraphs".formatted(MOST_PARAGRAPHS));
        }
        body.forEach(each -> paragraph(each, known).ifPresent(problems::add));
        if (!isSubjectGood) {
            return new Judge.Judgement.Faulty<>(Optional.empty(), problems);
        }
        var subject =
                new ConventionalSubject(
                        plain.subject().type(),
                        plain.subject().scope(),
                        plain.subject().isBreaking(),
                        words);
        if (!problems.isEmpty()) {
            return new Judge.Judgement.Faulty<>(
                    Optional.of(
                            new CommitMessage(
                                    subject, plain.body(), plain.breaking(), plain.footers())),
                    problems);
        }
        return new Judge.Judgement.Good<>(
                new CommitMessage(
                        subject,
                        body.isEmpty() ? plain.body() : wrapped(body),
                        plain.breaking(),
                        plain.footers()));
    }

    private Optional<String> subject(String words, CommitMessage plain, String known) {
        int room = style.length() - head(plain).toString().length();
        String first = words.replaceFirst("\\s.*", "");
        if (words.length() < 3 || words.length() > room) {
            return Optional.of(
                    "the subject has %d characters, and there is room for %d"
                            .formatted(words.length(), room));
        }
        if (ConventionalSubject.parse(words).isPresent()) {
            return Optional.of("the head is decided: leave it out of the subject");
        }
        if (words.endsWith(".") || words.contains("[secret]") || REFERENCE.matcher(words).find()) {
            return Optional.of("the subject has a full stop, a reference or what was taken out");
        }
        if (REPORTING.matcher(first).matches() && !IMPERATIVES.contains(first)) {
            return Optional.of("'%s' is no imperative".formatted(first));
        }
        if (Character.isUpperCase(words.charAt(0)) && first.matches("[A-Z][a-z]*")) {
            return Optional.of("the subject begins with a capital");
        }
        return unsaid(words, known);
    }

    private static Optional<String> paragraph(String text, String known) {
        if (text.length() > LONGEST_PARAGRAPH) {
            return Optional.of(
                    "a paragraph has more than %d characters".formatted(LONGEST_PARAGRAPH));
        }
        if (TRAILER.matcher(text).matches()
                || REFERENCE.matcher(text).find()
                || text.contains("[secret]")) {
            return Optional.of("'%s' is a trailer, a reference or a comment".formatted(text));
        }
        return unsaid(text, known);
    }

    private static Optional<String> unsaid(String text, String known) {
        SortedSet<String> added = AddedNames.ofCode(text, known);
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s stands nowhere in the change".formatted(String.join(", ", added)));
    }

    /// Paragraphs with an empty line between, in lines as git shows them well.
    private static List<String> wrapped(List<String> paragraphs) {
        var lines = new ArrayList<String>();
        for (String paragraph : paragraphs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            var line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
