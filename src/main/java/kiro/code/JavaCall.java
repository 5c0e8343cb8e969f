package kiro.code;

import java.util.List;

/// A method that is called, or an object that is created.
///
/// @param target what stands before the last point, such as `users` in `users.save(user)`; empty where
///     there is nothing, and where an object is created
/// @param name the method, or the type that is created
/// @param arguments source texts
public record JavaCall(String target, String name, List<String> arguments, TextRange range) {
    public JavaCall {
        arguments = List.copyOf(arguments);
    }
}
