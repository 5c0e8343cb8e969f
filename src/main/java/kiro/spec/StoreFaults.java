package kiro.spec;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import kiro.finding.Finding;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// What can be wrong with a spec's file before it is opened.
final class StoreFaults {
    private StoreFaults() {}

    static Finding missing(String wanted, List<String> names) {
        String name = lastName(wanted);
        List<String> nearest = NearestNames.of(name, names);
        String fix;
        if (names.contains(name)) {
            fix = "its file is a link that leads nowhere: mend or delete it";
        } else if (!nearest.isEmpty()) {
            fix = "did you mean %s?".formatted(String.join(", ", nearest));
        } else if (names.isEmpty()) {
            fix = "there is no spec yet: 'kiro spec create NAME --template rest-api' makes one";
        } else {
            fix = "'kiro spec list' shows those there are";
        }
        return error(
                "spec/missing",
                SpecName.parse(name).isPresent() && name.equals(wanted)
                        ? SpecStore.FOLDER + "/" + name + SpecStore.SUFFIX
                        : wanted,
                "there is no spec '%s'".formatted(wanted),
                fix);
    }

    static Finding outside(String wanted, Path root) {
        return error(
                "spec/outside",
                wanted,
                "the spec lies outside of the project " + root,
                "put it into .kiro/specs, or call kiro in the project that it belongs to");
    }

    static Finding folder(WorkspacePath path, List<String> markdown) {
        return error(
                "spec/folder",
                path.value(),
                markdown.isEmpty()
                        ? "this folder holds no spec"
                        : "this folder holds no requirements.md, but " + some(markdown),
                "write %s/requirements.md or bugfix.md, or move the folder out of %s"
                        .formatted(path, SpecStore.FOLDER));
    }

    private static String some(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and others";
    }

    static Finding twoForms(WorkspacePath folder) {
        return error(
                "spec/two-forms",
                folder.value(),
                "the spec '%s' is there twice, as a folder and as %s%s"
                        .formatted(folder.name(), folder, SpecStore.SUFFIX),
                "keep one of the two, or rename one: their evidence would be one file");
    }

    static Finding folderForFile(WorkspacePath path) {
        return error(
                "spec/not-a-file",
                path.value(),
                "this is a folder, and a file is meant to be here",
                "give the folder another name, or put a Markdown file in its place");
    }

    static Finding notAFile(WorkspacePath path) {
        return error(
                "spec/not-a-file",
                path.value(),
                "this is neither a file nor a folder",
                "put a Markdown file in its place");
    }

    static Finding badName(WorkspacePath path) {
        boolean isFile = SpecStore.isMarkdown(path.name());
        String better =
                SpecStore.nameOf(path)
                        .replaceAll("[^A-Za-z0-9._-]+", "-")
                        .replaceAll("^[^A-Za-z0-9]+|-+$", "");
        return error(
                "spec/bad-name",
                path.value(),
                "'%s' cannot be the name of a spec".formatted(SpecStore.nameOf(path)),
                "rename the %s to letters, digits, '-', '_' and '.', at most 128%s"
                        .formatted(
                                isFile ? "file" : "folder",
                                SpecName.parse(better).isPresent()
                                        ? ", such as " + better + (isFile ? SpecStore.SUFFIX : "")
                                        : ""));
    }

    static Finding unreadable(WorkspacePath path, IOException cause) {
        String reason =
                switch (cause) {
                    case AccessDeniedException denied -> "permission denied";
                    case NoSuchFileException gone -> "it does not exist";
                    default -> String.valueOf(cause.getMessage());
                };
        return error(
                "spec/unreadable",
                path.value(),
                "the file cannot be read: " + reason,
                "make it readable, or move it out of " + SpecStore.FOLDER);
    }

    private static String lastName(String wanted) {
        String name =
                wanted.substring(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1);
        return SpecStore.isMarkdown(name)
                ? name.substring(0, name.length() - SpecStore.SUFFIX.length())
                : name;
    }

    private static Finding error(String rule, String file, String message, String fix) {
        return Finding.error(rule, file, SourceSpan.start(), message, fix);
    }
}
