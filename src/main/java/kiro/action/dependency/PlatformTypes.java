package kiro.action.dependency;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What types of the Java platform have, for libraries whose types inherit from them.
final class PlatformTypes {
    private final Map<String, Optional<ClassDraft>> known = new HashMap<>();

    /// Whether a type, or one that it inherits from, has a member.
    boolean has(String type, String name, String id) {
        return of(type).map(draft ->
                        draft.members().stream()
                                        .anyMatch(each ->
                                                each.name().equals(name) && each.id().equals(id))
                                || draft.supertypes().stream()
                                        .anyMatch(each -> has(ClassReader.dotted(each), name, id)))
                .orElse(false);
    }

    /// Whether a type of the platform is, or inherits from, another.
    boolean isA(String type, String other) {
        return of(type).map(draft ->
                        type.equals(other)
                                || draft.supertypes().stream()
                                        .anyMatch(each -> isA(ClassReader.dotted(each), other)))
                .orElse(false);
    }

    private Optional<ClassDraft> of(String type) {
        Optional<ClassDraft> draft = known.get(type);
        if (draft == null) {
            draft = type.startsWith("java") ? read(type) : Optional.empty();
            known.put(type, draft);
        }
        return draft;
    }

    private static Optional<ClassDraft> read(String type) {
        try (InputStream in =
                Object.class.getResourceAsStream("/" + type.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassReader.read(in.readAllBytes()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
