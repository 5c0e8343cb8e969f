package kiro.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.workspace.WorkspacePath;

/// The changes that can be made to the code that a criterion owns. Where all code is owned, it is that of the functions which its
/// tests call by their names, and of those
/// that answer their requests.
///
/// @param tests those of the criterion
record OwnedChanges(Grounds grounds, Evidence evidence, List<SourceTest> tests) {

    List<Mutation> all() {
        Map<String, List<SourceFunction>> byFile = new LinkedHashMap<>();
        for (SourceFunction function : functions()) {
            byFile.computeIfAbsent(OwnedCode.fileOf(function.key()), key -> new ArrayList<>())
                    .add(function);
        }
        var lists = new ArrayList<List<Mutation>>();
        byFile.forEach((file, functions) -> {
            Optional<Dialect> dialect = TestFiles.dialect(WorkspacePath.of(file));
            Optional<SourceFunctions> source = grounds.book().functions(file);
            if (dialect.isPresent() && source.isPresent()) {
                lists.add(Mutations.of(file, source.get().code(), dialect.get(), functions));
            }
        });
        return Mutations.interleaved(lists);
    }

    private List<SourceFunction> functions() {
        Owned owned = evidence.owned();
        if (owned.by() != Owned.By.TREE) {
            return owned.parts().stream()
                    .flatMap(part -> grounds.owned().functionsOf(part).stream())
                    .distinct()
                    .toList();
        }
        Set<String> called =
                tests.stream()
                        .flatMap(test -> test.body().calls().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        Stream<SourceFunction> byName =
                grounds.sources().stream()
                        .flatMap(path -> grounds.book().functions(path.value()).stream())
                        .flatMap(file -> file.functions().stream())
                        .filter(function -> called.contains(simple(function.key())));
        return Stream.concat(byName, new Handlers(grounds).of(tests).stream())
                .filter(function ->
                        grounds.tests().stream().noneMatch(test -> isOf(test, function)))
                .distinct()
                .toList();
    }

    private static boolean isOf(SourceTest test, SourceFunction function) {
        return test.file().value().equals(OwnedCode.fileOf(function.key()))
                && function.lines().contains(test.span().line());
    }

    static String simple(String key) {
        return key.substring(key.indexOf('#') + 1).replaceFirst("~\\d+$", "");
    }
}
