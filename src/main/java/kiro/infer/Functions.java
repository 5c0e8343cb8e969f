package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The functions of all files, found by the names that handlers and calls have for them.
final class Functions {
    private static final int DEEPEST = 3;
    private static final int SHORTEST_NAME = 4;

    /// Names that libraries have too: one of them, on something unknown, need not be the function of that name.
    private static final Set<String> COMMON =
            Set.of(
                    "create",
                    "update",
                    "delete",
                    "destroy",
                    "save",
                    "find",
                    "findOne",
                    "findById",
                    "list",
                    "remove",
                    "insert",
                    "execute",
                    "query",
                    "send",
                    "open",
                    "close",
                    "load",
                    "read",
                    "write",
                    "start",
                    "stop",
                    "parse",
                    "filter",
                    "count",
                    "first",
                    "exists",
                    "next",
                    "handle",
                    "retrieve",
                    "post",
                    "patch",
                    "format",
                    "append");

    private final Map<String, FunctionFacts> byKey = new HashMap<>();
    private final Map<String, List<FunctionFacts>> byName = new HashMap<>();

    Functions(List<FileFacts> files) {
        for (FileFacts file : files) {
            for (FunctionFacts function : file.functions()) {
                byKey.putIfAbsent(file.path() + "#" + function.key(), function);
                byName.computeIfAbsent(function.name(), name -> new ArrayList<>()).add(function);
            }
        }
    }

    /// The function that a file speaks of.
    Optional<FunctionFacts> find(String file, String spelled) {
        FunctionFacts here = byKey.get(file + "#" + spelled);
        if (here != null) {
            return Optional.of(here);
        }
        String name = spelled.replaceFirst("^.*(?:\\.|::)", "");
        List<FunctionFacts> candidates = byName.getOrDefault(name, List.of());
        Optional<FunctionFacts> owned =
                candidates.stream().filter(each -> isOwner(each, spelled)).findFirst();
        if (owned.isPresent()) {
            return owned;
        }
        Optional<FunctionFacts> local =
                candidates.stream().filter(each -> each.place().file().equals(file)).findFirst();
        boolean isPlain = name.equals(spelled);
        if (local.isPresent() && (isPlain || spelled.matches("(?:this|self|h|s|c|r)\\.\\w+"))) {
            return local;
        }
        boolean isOwn = isPlain || !COMMON.contains(name);
        return candidates.size() == 1 && name.length() >= SHORTEST_NAME && isOwn
                ? Optional.of(candidates.getFirst())
                : Optional.empty();
    }

    /// Whether `userService.find` may be `UserService.find`, and `users.create` one of `users.py`.
    private static boolean isOwner(FunctionFacts function, String spelled) {
        String[] parts = spelled.split("\\.|::");
        if (parts.length < 2) {
            return false;
        }
        String receiver = parts[parts.length - 2].toLowerCase(Locale.ROOT).replace("_", "");
        String owner = function.owner().toLowerCase(Locale.ROOT);
        String file = function.place().file().replaceFirst("^.*/", "").replaceFirst("\\..*$", "");
        boolean isFile =
                owner.isEmpty() && file.toLowerCase(Locale.ROOT).replace("_", "").equals(receiver);
        boolean isPart = owner.endsWith(receiver) && receiver.length() >= SHORTEST_NAME;
        return receiver.length() > 1 && (owner.equals(receiver) || isPart || isFile);
    }

    /// The function of a type that gives a parameter its value, such as `from_request`.
    Optional<FunctionFacts> owned(String owner, Set<String> names) {
        return names.stream()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .filter(each -> each.owner().equals(owner))
                .findFirst();
    }

    /// How a function answers, with the errors of what it calls.
    List<Answer> answers(FunctionFacts function) {
        var found = new LinkedHashSet<>(function.answers());
        addErrors(function, "", found, new LinkedHashSet<>(Set.of(function)), 0);
        return List.copyOf(found);
    }

    private void addErrors(
            FunctionFacts function,
            String outer,
            Set<Answer> found,
            Set<FunctionFacts> seen,
            int depth) {
        if (depth == DEEPEST) {
            return;
        }
        function.calls()
                .forEach((call, own) -> {
                    Optional<FunctionFacts> called = find(function.place().file(), call);
                    if (called.isPresent() && seen.add(called.get())) {
                        String condition = both(outer, own);
                        called.get().answers().stream()
                                .filter(answer -> !answer.isSuccess())
                                .map(answer ->
                                        answer.withCondition(both(condition, answer.condition())))
                                .forEach(found::add);
                        addErrors(called.get(), condition, found, seen, depth + 1);
                    }
                });
    }

    private static String both(String outer, String inner) {
        if (outer.isEmpty() || inner.contains(outer)) {
            return inner;
        }
        return inner.isEmpty() ? outer : outer + " and " + inner;
    }
}
