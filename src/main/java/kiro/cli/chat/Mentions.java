package kiro.cli.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.Block;
import kiro.model.Images;
import kiro.model.TaggedText;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Finds out what a text names: `@path` a file of the project, or a picture, `#name` a spec. What names nothing that
/// there is stays what it is, a part of the text.
final class Mentions {
    private static final Pattern NAMED = Pattern.compile("(?<![^\\s(\\[\"'`])([@#])([^\\s\"'`]+)");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|gif|webp)");
    private static final Pattern BEHIND = Pattern.compile("[.,;:!?)\\]]+$");

    private final Workspace workspace;
    private final SpecStore specs;
    private final boolean takesImages;

    /// @param takesImages whether the model looks at pictures
    Mentions(Workspace workspace, boolean takesImages) {
        this.workspace = workspace;
        this.specs = new SpecStore(workspace);
        this.takesImages = takesImages;
    }

    /// What was found.
    ///
    /// @param blocks what the model is told beside the text
    /// @param files what it is to be given
    /// @param problems what could not be done, in words
    record Found(List<Block> blocks, List<WorkspacePath> files, List<String> problems) {
        Found {
            blocks = List.copyOf(blocks);
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    Found in(String text) {
        var blocks = new ArrayList<Block>();
        var files = new ArrayList<WorkspacePath>();
        var problems = new ArrayList<String>();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            String name = named.group(2);
            String bare = BEHIND.matcher(name).replaceAll("");
            if (named.group(1).equals("#")) {
                spec(bare).map(Mentions::told).ifPresent(blocks::add);
                continue;
            }
            Optional<WorkspacePath> path = file(name).or(() -> file(bare));
            if (path.isPresent() && isPicture(path.get())) {
                picture(workspace.absolute(path.get())).into(blocks, problems);
            } else {
                path.filter(file -> !files.contains(file)).ifPresent(files::add);
            }
        }
        return new Found(blocks, files, problems);
    }

    private Optional<WorkspacePath> file(String name) {
        return workspace
                .resolve(name)
                .filter(path -> Files.isRegularFile(workspace.absolute(path)));
    }

    private static boolean isPicture(WorkspacePath path) {
        return PICTURE.matcher(path.name().toLowerCase(Locale.ROOT)).matches();
    }

    Optional<Spec> spec(String name) {
        return specs.names().contains(name)
                        && specs.find(name) instanceof SpecReading.Whole(Spec spec)
                ? Optional.of(spec)
                : Optional.empty();
    }

    static Block told(Spec spec) {
        return new Block.Text(
                TaggedText.of(
                                "spec",
                                ordered("name", spec.name().value(), "path", spec.path().value()),
                                spec.document().text())
                        .render());
    }

    private static Map<String, String> ordered(
            String first, String firstValue, String second, String secondValue) {
        var ordered = new LinkedHashMap<String, String>();
        ordered.put(first, firstValue);
        ordered.put(second, secondValue);
        return ordered;
    }

    /// What came of a picture.
    sealed interface Picture {
        record Shown(Block.Image image) implements Picture {}

        record Not(String reason) implements Picture {}

        default void into(List<Block> blocks, List<String> problems) {
            switch (this) {
                case Shown shown -> blocks.add(shown.image());
                case Not not -> problems.add(not.reason());
            }
        }
    }

    Picture picture(Path file) {
        if (!takesImages) {
            return new Picture.Not(
                    "this model is not shown pictures; choose one that is with '/model NAME'");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new Picture.Not(file + " is no file");
        }
        try {
            if (isKept(file)) {
                return new Picture.Not(
                        file.getFileName() + " is kept from every tool by " + KiroIgnore.FILE);
            }
            if (Files.size(file) > Images.LARGEST) {
                return new Picture.Not(
                        "%s has more than %,d bytes, the most that a picture may have"
                                .formatted(file.getFileName(), Images.LARGEST));
            }
            return switch (Images.read(Files.readAllBytes(file))) {
                case Images.Reading.Whole whole -> new Picture.Shown(whole.image());
                case Images.Reading.Unusable not ->
                        new Picture.Not(file.getFileName() + " cannot be shown: " + not.reason());
            };
        } catch (IOException unreadable) {
            return new Picture.Not(file + " cannot be read");
        }
    }

    private boolean isKept(Path file) throws IOException {
        Optional<WorkspacePath> path = workspace.resolve(file.toString());
        return path.isPresent() && KiroIgnore.in(workspace.root()).includes(path.get().value());
    }
}
