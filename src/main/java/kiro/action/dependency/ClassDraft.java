package kiro.action.dependency;

import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// A class of a jar, before it is known whether those around it can be seen.
///
/// @param internal its name as class files have it, such as `com/acme/Tool$Part`
/// @param outer the class that it is a member of
/// @param isMember whether it can be named at all: local and anonymous classes cannot
/// @param members without their owners
record ClassDraft(
        String internal,
        int flags,
        Optional<String> outer,
        boolean isMember,
        String simpleName,
        List<String> supertypes,
        SortedMap<String, String> facts,
        List<Member> members) {
    /// @param name `<init>` for a constructor
    record Member(Declaration.Kind kind, String name, String id, SortedMap<String, String> facts) {}

    boolean isVisible() {
        return isMember && (flags & (ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED)) != 0;
    }
}
