package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The status that an error is answered with: by a handler for its type, or by the framework.
final class ErrorStatuses {
    private static final int DEEPEST = 10;
    private static final Set<Framework> BY_NAME =
            Set.of(Framework.NEST, Framework.JAX_RS, Framework.FLASK, Framework.DJANGO);
    private static final Map<String, Integer> DJANGO =
            Map.of(
                    "Http404",
                    404,
                    "PermissionDenied",
                    403,
                    "ValidationError",
                    400,
                    "NotAuthenticated",
                    401,
                    "ParseError",
                    400,
                    "Throttled",
                    429);
    private static final List<String> REFUSALS =
            List.of(
                    "MethodArgumentNotValidException",
                    "ConstraintViolationException",
                    "RequestValidationError",
                    "ZodError",
                    "ValidationError");

    private final Map<String, Integer> handled = new HashMap<>();
    private final Map<String, String> supertypes = new HashMap<>();

    ErrorStatuses(List<FileFacts> files) {
        for (FileFacts file : files) {
            file.statuses().forEach(handled::putIfAbsent);
            file.supertypes().forEach(supertypes::putIfAbsent);
        }
    }

    OptionalInt of(String type, Framework framework) {
        String at = type;
        for (int i = 0; i < DEEPEST; i++) {
            Integer known = handled.get(at);
            if (known != null) {
                return OptionalInt.of(known);
            }
            OptionalInt named = byName(at, framework);
            if (named.isPresent()) {
                return named;
            }
            String above = supertypes.get(at);
            if (above == null) {
                return OptionalInt.empty();
            }
            at = above;
        }
        return OptionalInt.empty();
    }

    /// The types that a type extends.
    List<String> above(String type) {
        var found = new ArrayList<String>();
        String at = supertypes.get(type);
        while (at != null && found.size() < DEEPEST) {
            found.add(at);
            at = supertypes.get(at);
        }
        return found;
    }

    private static OptionalInt byName(String type, Framework framework) {
        Integer django = framework == Framework.DJANGO ? DJANGO.get(type) : null;
        if (django != null) {
            return OptionalInt.of(django);
        }
        return BY_NAME.contains(framework) ? Statuses.ofError(type) : OptionalInt.empty();
    }

    /// The status of a request that breaks a declared rule.
    Optional<Integer> refusal(Framework framework) {
        for (String each : REFUSALS) {
            Integer known = handled.get(each);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return framework.refusal();
    }
}
