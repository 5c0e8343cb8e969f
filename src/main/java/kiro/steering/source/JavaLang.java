package kiro.steering.source;

import java.util.Set;
import kiro.code.SyntaxNode;

/// Types that every file of Java sees without importing them.
final class JavaLang {
    private static final Set<String> TYPES =
            Set.of(
                    "System",
                    "String",
                    "Object",
                    "Class",
                    "Math",
                    "StrictMath",
                    "Thread",
                    "Runtime",
                    "Process",
                    "ProcessBuilder",
                    "ProcessHandle",
                    "Integer",
                    "Long",
                    "Short",
                    "Byte",
                    "Character",
                    "Boolean",
                    "Double",
                    "Float",
                    "Number",
                    "Void",
                    "Record",
                    "Enum",
                    "Iterable",
                    "Comparable",
                    "CharSequence",
                    "Runnable",
                    "AutoCloseable",
                    "Cloneable",
                    "Appendable",
                    "Readable",
                    "StringBuilder",
                    "StringBuffer",
                    "ThreadLocal",
                    "InheritableThreadLocal",
                    "ThreadGroup",
                    "ClassLoader",
                    "Module",
                    "ModuleLayer",
                    "Package",
                    "StackTraceElement",
                    "StackWalker",
                    "SecurityManager",
                    "Throwable",
                    "Exception",
                    "Error",
                    "RuntimeException",
                    "IllegalArgumentException",
                    "IllegalStateException",
                    "NullPointerException",
                    "IndexOutOfBoundsException",
                    "ArrayIndexOutOfBoundsException",
                    "ClassCastException",
                    "ClassNotFoundException",
                    "CloneNotSupportedException",
                    "InterruptedException",
                    "NumberFormatException",
                    "UnsupportedOperationException",
                    "ArithmeticException",
                    "AssertionError",
                    "OutOfMemoryError",
                    "StackOverflowError",
                    "LinkageError",
                    "NoSuchFieldException",
                    "NoSuchMethodException",
                    "ReflectiveOperationException",
                    "SecurityException",
                    "IllegalAccessException",
                    "InstantiationException",
                    "NegativeArraySizeException",
                    "StringIndexOutOfBoundsException",
                    "Override",
                    "Deprecated",
                    "SuppressWarnings",
                    "SafeVarargs",
                    "FunctionalInterface",
                    "ScopedValue",
                    "IO");

    private JavaLang() {}

    static boolean has(String name) {
        return TYPES.contains(name);
    }

    /// The name that a declaration of a package or an import has.
    static String dotted(SyntaxNode declaration) {
        return declaration.named().stream()
                .filter(each -> each.is("scoped_identifier") || each.is("identifier"))
                .findFirst()
                .map(each -> each.text().replaceAll("\\s", ""))
                .orElse("");
    }

    /// The name of a type without its arguments, annotations and white space.
    static String plain(String name) {
        return name.replaceAll("\\s|<.*?>|@\\w+", "");
    }

    /// Where in a qualified name the type starts.
    static int typeStart(String name) {
        int at = 0;
        while (at < name.length() && !Character.isUpperCase(name.charAt(at))) {
            int dot = name.indexOf('.', at);
            if (dot < 0) {
                return 0;
            }
            at = dot + 1;
        }
        return at;
    }

    /// Just below the body of the class around a node.
    static int bodyOf(SyntaxNode node) {
        return node.above(Set.of("class_body", "enum_body"))
                .map(body -> body.index() + 1)
                .orElse(0);
    }
}
