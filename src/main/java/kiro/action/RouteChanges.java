package kiro.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import kiro.code.TreeSitter;
import kiro.evidence.ScratchFolder;
import kiro.infer.CodeInference;
import kiro.infer.Scope;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Compares the requests that changed files answer, before and after. What lies in files that did not change, such as the prefix
/// of a router, is the same on both sides and not looked at.
final class RouteChanges {
    /// What stands in no file without a route is not read.
    private static final Pattern HINT =
            Pattern.compile(
                    "@(?:[A-Za-z]*Mapping|Path|GET|POST|PUT|DELETE|PATCH|Get|Post|Put|Delete|Patch)\\b|(?i)\\.(?:get|post|put|patch|delete|route|handle(?:func)?)\\(|urlpatterns|#\\[(?:get|post|put|delete)");

    private final TreeSitter parser;
    private final Path scratch;

    /// @param scratch where files may be laid down for a moment
    RouteChanges(TreeSitter parser, Path scratch) {
        this.parser = parser;
        this.scratch = scratch;
    }

    /// @param added requests that are answered now alone
    record Difference(List<String> added, List<String> removed) {
        static final Difference NONE = new Difference(List.of(), List.of());
    }

    Difference of(List<ChangedFile> files) throws InterruptedException, IOException {
        List<ChangedFile> answering =
                files.stream()
                        .filter(file -> file.role() == FileRole.SOURCE && file.isText())
                        .filter(file -> mayAnswer(file.old()) || mayAnswer(file.now()))
                        .toList();
        if (answering.isEmpty()) {
            return Difference.NONE;
        }
        Set<String> before = routes(answering, ChangedFile::before, ChangedFile::old);
        Set<String> after = routes(answering, ChangedFile::path, ChangedFile::now);
        return new Difference(without(after, before), without(before, after));
    }

    private static boolean mayAnswer(String source) {
        return HINT.matcher(source).find();
    }

    private static List<String> without(Set<String> these, Set<String> those) {
        return these.stream().filter(each -> !those.contains(each)).toList();
    }

    private Set<String> routes(
            List<ChangedFile> files,
            Function<ChangedFile, String> path,
            Function<ChangedFile, String> text)
            throws InterruptedException, IOException {
        Files.createDirectories(scratch);
        Path folder = Files.createTempDirectory(scratch, "routes-");
        try {
            var sources = new ArrayList<WorkspacePath>();
            for (ChangedFile file : files) {
                if (!text.apply(file).isEmpty()) {
                    WorkspacePath source = WorkspacePath.of(path.apply(file));
                    Path place = folder.resolve(source.value());
                    Files.createDirectories(place.resolve("..").normalize());
                    Files.writeString(place, text.apply(file));
                    sources.add(source);
                }
            }
            var routes = new TreeSet<String>();
            new CodeInference(new Workspace(folder.toRealPath()), parser, 1)
                    .infer(new Scope("", ""), sources)
                    .endpoints()
                    .forEach(each -> routes.add(each.method() + " " + each.path()));
            return routes;
        } finally {
            ScratchFolder.delete(folder);
        }
    }
}
