package kiro.steering.rule;

/// Forms of languages that teams forbid without there being a name to write.
public enum SyntaxForm {
    /// `import java.util.*`, `from x import *`, `use x::*`, `export * from`.
    WILDCARD_IMPORT,
    STATIC_IMPORT,
    DEFAULT_EXPORT,
    /// A handler without a statement in it; a comment is none.
    EMPTY_CATCH,
    /// `except:` in Python.
    BARE_EXCEPT,
    /// A handler for every failure: `catch (Exception e)`, `catch (Throwable t)`, `except Exception`.
    CATCH_ALL,
    /// The type `any` of TypeScript.
    ANY_TYPE,
    /// `!` behind an expression of TypeScript.
    NON_NULL_ASSERTION,
    /// `var` of JavaScript.
    VAR_DECLARATION,
    /// `var` of Java.
    LOCAL_VARIABLE_TYPE,
    /// `==` and `!=` of JavaScript.
    LOOSE_EQUALITY,
    NESTED_TERNARY,
    /// A number other than 0, 1, -1 and 2 outside of a constant.
    MAGIC_NUMBER,
    /// `goto`.
    GOTO,
    /// `unsafe` of Rust.
    UNSAFE_BLOCK,
    /// `panic!` and `panic(…)`.
    PANIC,
    /// `.unwrap()` and `.expect(…)` of Rust.
    UNWRAP,
    /// `global` of Python, `var` at the top of a Go file, `static mut`, a static field that is not final.
    MUTABLE_GLOBAL,
    /// A list, map or set as the default of a parameter in Python.
    MUTABLE_DEFAULT,
    /// Injection into a field rather than by constructor.
    FIELD_INJECTION,
    /// A class that extends React's component.
    CLASS_COMPONENT,
    /// A statement `return null` or `return undefined`.
    NULL_RETURN,
    /// A source line that is commented out.
    COMMENTED_CODE,
    /// SQL put together of pieces: concatenation, templates, formatting.
    CONCATENATED_SQL,
    /// A password, key or token written as a literal.
    HARD_CODED_SECRET,
    /// A test that is not run: `@Disabled`, `it.skip`, `#[ignore]`, `t.Skip()`, `@pytest.mark.skip`.
    SKIPPED_TEST,
    /// `it.only`, `describe.only`, `fdescribe`.
    FOCUSED_TEST,
    /// A wait for a time in a test.
    SLEEP_IN_TEST,
    /// Text written to the terminal by the language's own means: `System.out.println`, `print`, `fmt.Println`, `println!`.
    PRINT,
    /// An `enum` of Java, TypeScript or Rust.
    ENUM_DECLARATION,
    /// `for (… in …)` of JavaScript.
    FOR_IN,
    INSTANCEOF,
    /// `assert` of Python and Java.
    ASSERT_STATEMENT,
    /// `global` of Python.
    GLOBAL_STATEMENT,
    /// An import from `./x` or `../x`, or `from .x import y`.
    RELATIVE_IMPORT,
    /// An import from a folder above: `../x`, `from ..x import y`.
    PARENT_IMPORT,
    /// A field of Java that is public and no constant.
    PUBLIC_FIELD,
    /// `throw 'text'` of JavaScript: what is thrown is no object.
    THROWN_LITERAL,
    /// `"%s" % x` of Python.
    PERCENT_FORMAT,
    /// `"{}".format(x)` of Python.
    FORMAT_CALL,
    /// A constant that is not written in capitals: `static final` of Java, a literal at the top of a file of JavaScript.
    SMALL_CONSTANT
}
