package kiro.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kiro.workspace.WorkspacePath;

/// The functions that answer the requests which tests make, and what those call: found by the method and the path that stand
/// before them, as annotations and decorators have them, or within them.
record Handlers(Grounds grounds) {
    private static final Pattern METHOD =
            Pattern.compile("(get|post|put|patch|delete)(?:mapping)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PREFIXES =
            Set.of("RequestMapping", "Controller", "Path", "APIRouter", "Blueprint");

    /// A name that more functions have is no name to go by.
    private static final int MOST_OF_A_NAME = 3;

    private static final int DEPTH = 3;

    /// Those that answer, then those that they call, and so on.
    List<SourceFunction> of(List<SourceTest> tests) {
        Set<String> requests = new TreeSet<>();
        tests.forEach(test -> requests.addAll(requests(test)));
        var found = new LinkedHashSet<SourceFunction>();
        if (requests.isEmpty()) {
            return List.of();
        }
        List<SourceFunctions> files = files();
        for (SourceFunctions file : files) {
            Set<String> prefixes = prefixes(file.code());
            file.functions().stream()
                    .filter(function -> answers(file.code(), function, prefixes, requests))
                    .forEach(found::add);
        }
        List<SourceFunction> last = List.copyOf(found);
        for (int depth = 1; depth < DEPTH; depth++) {
            last = called(last, files).stream().filter(found::add).toList();
        }
        return List.copyOf(found);
    }

    private List<SourceFunctions> files() {
        var files = new ArrayList<SourceFunctions>();
        for (WorkspacePath path : grounds.sources()) {
            grounds.book().functions(path.value()).ifPresent(files::add);
        }
        return files;
    }

    private Set<String> requests(SourceTest test) {
        return grounds.book()
                .functions(test.file().value())
                .flatMap(file ->
                        file.at(test.span().line())
                                .map(function ->
                                        HttpExchange.in(file.code(), function.from(), function.to())
                                                .requests()))
                .orElse(Set.of());
    }

    /// Paths that all routes of a file begin with, and none.
    private static Set<String> prefixes(SourceCode code) {
        var prefixes = new LinkedHashSet<String>(Set.of(""));
        for (int i = 0; i + 2 < code.size(); i++) {
            if (code.isWord(i) && PREFIXES.contains(code.token(i).text()) && code.is(i + 1, "(")) {
                int end = code.after(i + 1);
                for (int k = i + 2; k < end && k < i + 8; k++) {
                    if (code.isString(k)) {
                        prefixes.add(slashed(code.string(k)));
                    }
                }
            }
        }
        return prefixes;
    }

    private static boolean answers(
            SourceCode code, SourceFunction function, Set<String> prefixes, Set<String> requests) {
        boolean isWithin =
                HttpExchange.in(code, function.from(), function.to()).requests().stream()
                        .anyMatch(requests::contains);
        if (isWithin) {
            return true;
        }
        var methods = new TreeSet<String>();
        var paths = new TreeSet<String>();
        for (int i = function.from();
                i < function.to() && code.line(i) < function.lines().body();
                i++) {
            if (code.isString(i)) {
                paths.add(slashed(code.string(i)));
            } else if (code.isWord(i) && METHOD.matcher(code.token(i).text()).matches()) {
                String word = code.token(i).text().toLowerCase(Locale.ROOT);
                methods.add(word.replace("mapping", "").toUpperCase(Locale.ROOT));
            }
        }
        if (paths.isEmpty() && !methods.isEmpty()) {
            paths.add("");
        }
        return requests.stream().anyMatch(request -> isOne(request, methods, paths, prefixes));
    }

    private static boolean isOne(
            String request, Set<String> methods, Set<String> paths, Set<String> prefixes) {
        int space = request.indexOf(' ');
        boolean isMethod = methods.isEmpty() || methods.contains(request.substring(0, space));
        String wanted = request.substring(space + 1);
        return isMethod
                && paths.stream()
                        .flatMap(path -> prefixes.stream().map(prefix -> prefix + path))
                        .filter(path -> !path.isEmpty())
                        .flatMap(path -> HttpExchange.path(path).stream())
                        .anyMatch(wanted::equals);
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    private static List<SourceFunction> called(
            List<SourceFunction> callers, List<SourceFunctions> files) {
        var names = new TreeSet<String>();
        callers.forEach(caller -> names.addAll(caller.body().calls()));
        var found = new ArrayList<SourceFunction>();
        for (String name : names) {
            List<SourceFunction> named =
                    files.stream()
                            .flatMap(file -> file.functions().stream())
                            .filter(function -> OwnedChanges.simple(function.key()).equals(name))
                            .toList();
            if (named.size() <= MOST_OF_A_NAME) {
                found.addAll(named);
            }
        }
        return found;
    }
}
