package kiro.persona;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.Slips;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import kiro.text.ValueTree;
import kiro.text.YamlTree;

/// Reads the head of one `SKILL.md`.
final class SkillReader {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DESCRIPTION = 1_024;

    private final Shelf shelf;
    private final Shelf.Found file;
    private final Slips slips;

    SkillReader(Shelf shelf, Shelf.Found file) {
        this.shelf = shelf;
        this.file = file;
        this.slips = new Slips("skills", file.label());
    }

    List<Finding> findings() {
        return slips.findings();
    }

    /// The skill; empty where nobody could tell when it is of use.
    Optional<Skill> read() {
        Optional<Skill> skill =
                switch (shelf.read(file.file(), Skill.MAX_BYTES)) {
                    case Shelf.Content.Unreadable no -> {
                        slips.error(
                                "unreadable",
                                no.span(),
                                "the skill cannot be read: " + no.reason(),
                                "put a readable file in its place, or remove it");
                        yield Optional.empty();
                    }
                    case Shelf.Content.Text text -> read(text.document());
                };
        return slips.hasErrors() ? Optional.empty() : skill;
    }

    private Optional<Skill> read(TextDocument document) {
        MarkdownParts parts = MarkdownParts.of(document);
        if (parts.head().isEmpty()) {
            slips.error(
                    "front-matter",
                    SourceSpan.start(),
                    MarkdownParts.isOpen(document)
                            ? "the front matter is never closed"
                            : "there is no front matter with name and description",
                    "begin the file with '---', 'name: ...', 'description: ...', '---'");
            return Optional.empty();
        }
        return switch (YamlTree.read(parts.head().map(FrontMatter::yaml).orElse(""), 1)) {
            case ValueTree.Reading.Broken broken -> {
                slips.error(
                        "broken",
                        broken.span(),
                        "not YAML: " + broken.problem(),
                        "mend the line; values with ':' go between quotes");
                yield Optional.empty();
            }
            case ValueTree.Reading.Whole whole ->
                    skill(new Keys(whole.fields(), slips), parts.body());
        };
    }

    private Optional<Skill> skill(Keys keys, String body) {
        String folder = file.name().substring(0, file.name().indexOf('/'));
        if (folder.length() > LONGEST_NAME || !folder.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            slips.error(
                    "wrong-name",
                    SourceSpan.start(),
                    "the folder's name is no name of a skill",
                    "use letters, digits and dashes, up to " + LONGEST_NAME);
        }
        keys.text("name")
                .map(String::strip)
                .filter(name -> !name.equals(folder))
                .ifPresent(name ->
                        slips.warning(
                                "other-name",
                                SourceSpan.start(),
                                "the skill calls itself '%s', and is known as '%s'"
                                        .formatted(Clean.line(name), Clean.line(folder)),
                                "give folder and skill one name"));
        String description = description(keys);
        if (body.isBlank()) {
            slips.warning(
                    "empty",
                    SourceSpan.start(),
                    "the skill says nothing",
                    "write it, or delete it");
        }
        return Optional.of(
                new Skill(
                        folder,
                        description,
                        new Shelf(
                                shelf.folder().resolve(folder),
                                shelf.label() + "/" + folder,
                                shelf.walls())));
    }

    private String description(Keys keys) {
        String description = keys.text("description").map(Clean::line).orElse("");
        if (description.isEmpty()) {
            slips.error(
                    "no-description",
                    SourceSpan.start(),
                    "nobody can tell when the skill is of use",
                    "add a line 'description: ...'");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            slips.warning(
                    "long-description",
                    SourceSpan.start(),
                    "the description is cut after %,d characters".formatted(LONGEST_DESCRIPTION),
                    "say when it is of use, and the rest below");
        }
        return description;
    }
}
