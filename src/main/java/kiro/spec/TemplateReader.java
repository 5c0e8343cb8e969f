package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import kiro.finding.Finding;
import kiro.text.FrontMatter;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Makes a template of its files, and says what is wrong in them.
final class TemplateReader {
    /// The files that a template of a folder may have.
    static final List<String> FILES =
            List.of("requirements.md", "bugfix.md", "design.md", "tasks.md");

    private TemplateReader() {}

    /// A file's bytes, and the file as messages name it.
    @SuppressWarnings("ArrayRecordComponent")
    record Source(String file, byte[] bytes) {}

    /// @param source the form of one file, whose front matter is about the template
    /// @param files of the form of a folder, without front matter
    static TemplateReading read(
            String name,
            String origin,
            Optional<Source> source,
            SequencedMap<String, String> files) {
        TemplateHead head = TemplateHead.empty();
        var findings = new ArrayList<Finding>();
        Optional<String> text = Optional.empty();
        if (source.isPresent()) {
            TextDocument document = TextDocument.decode(source.get().bytes()).orElseThrow();
            Optional<FrontMatter> front = FrontMatter.of(document);
            if (front.isPresent()) {
                var read = TemplateHeadReader.read(source.get().file(), front.get());
                head = read.head();
                findings.addAll(read.findings());
            }
            int above = front.map(FrontMatter::lastLine).orElse(0);
            text = Optional.of(body(document, above));
            findings.addAll(blocks(source.get().file(), text.get(), above, head));
        }
        for (var file : files.entrySet()) {
            findings.addAll(
                    blocks(
                            SpecTemplates.FOLDER + "/" + name + "/" + file.getKey(),
                            file.getValue(),
                            0,
                            head));
        }
        return findings.isEmpty()
                ? new TemplateReading.Whole(new SpecTemplate(name, head, origin, text, files))
                : new TemplateReading.Broken(findings);
    }

    /// The text of a file below its front matter.
    static String body(byte[] bytes) {
        TextDocument document = TextDocument.decode(bytes).orElseThrow();
        return body(document, FrontMatter.of(document).map(FrontMatter::lastLine).orElse(0));
    }

    private static String body(TextDocument document, int above) {
        var text = new StringBuilder();
        for (TextDocument.Line line : document.lines().subList(above, document.lines().size())) {
            text.append(line.text()).append(line.end());
        }
        return text.toString();
    }

    private static List<Finding> blocks(String file, String body, int above, TemplateHead head) {
        var findings = new ArrayList<Finding>();
        var open = new ArrayList<Integer>();
        int number = above;
        for (TextDocument.Line line : TextDocument.of(body).lines()) {
            number++;
            Matcher opening = TemplateText.OPENING.matcher(line.text());
            if (opening.matches()) {
                open.add(number);
                condition(file, number, opening.group(1), head).ifPresent(findings::add);
            } else if (TemplateText.CLOSING.matcher(line.text()).matches()) {
                if (open.isEmpty()) {
                    findings.add(
                            error(file, number, "no {{#if ...}} is open here", "delete the line"));
                } else {
                    open.removeLast();
                }
            }
        }
        open.forEach(line ->
                findings.add(
                        error(
                                file,
                                line,
                                "the block that begins here is never closed",
                                "write a line {{#end}} below it")));
        return findings;
    }

    private static Optional<Finding> condition(
            String file, int line, String text, TemplateHead head) {
        Optional<TemplateCondition> condition = TemplateCondition.parse(text);
        if (condition.isEmpty()) {
            return Optional.of(
                    error(
                            file,
                            line,
                            "'%s' is no condition".formatted(text.strip()),
                            "write PARAMETER=VALUE, PARAMETER!=VALUE or PARAMETER~PART"));
        }
        String name = condition.get().parameter();
        List<String> known = head.parameters().stream().map(TemplateParameter::name).toList();
        return known.contains(name)
                ? Optional.empty()
                : Optional.of(
                        error(
                                file,
                                line,
                                "the template has no parameter '%s'".formatted(name),
                                NearestNames.of(name, known).stream()
                                        .findFirst()
                                        .map("did you mean %s?"::formatted)
                                        .orElse(
                                                "name it in the front matter, below 'parameters:'")));
    }

    private static Finding error(String file, int line, String message, String fix) {
        return Finding.error(
                "spec/bad-template", file, new SourceSpan(line, 1, line, 1), message, fix);
    }
}
