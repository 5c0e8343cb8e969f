package kiro.steering.source;

/// What a name in code leads to.
///
/// @param name with dots between its parts, such as `java.lang.System.out.println` or `lodash.debounce`
/// @param member where the part behind the module or package starts; 0 where there is none
/// @param instance how much of it is only the type of a value: that alone is not used there; 0 where it is no value
/// @param source where it comes from
public record Referent(String name, int member, int instance, Source source) {
    /// Where a name comes from.
    public enum Source {
        /// The language, or something that the file does not tell.
        GLOBAL,
        /// A module or package outside of the project.
        LIBRARY,
        /// Another file of the project.
        PROJECT,
        /// A declaration of the file itself, whose value the file does not tell; the name is as it is written.
        LOCAL
    }

    static Referent global(String name) {
        return new Referent(name, 0, 0, Source.GLOBAL);
    }

    static Referent local(String name) {
        return new Referent(name, 0, 0, Source.LOCAL);
    }

    static Referent module(String name, Source source) {
        return new Referent(name, name.length(), 0, source);
    }

    /// A value of this as its type.
    Referent value() {
        return source == Source.LOCAL ? this : new Referent(name, member, name.length(), source);
    }

    Referent member(String next) {
        boolean isFirst = member == name.length() && member > 0;
        return new Referent(name + "." + next, isFirst ? member + 1 : member, instance, source);
    }
}
