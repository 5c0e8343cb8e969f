package kiro.code;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The functions of the native tree-sitter library that this program calls.
///
/// A node is a value of 32 bytes, and so is a cursor; the library hands both out by value. The handles
/// are constants, one for each shape of function, because the compiler makes a call through a constant
/// several times as fast as one through a field.
@SuppressWarnings("restricted")
final class NativeCore {
    static final StructLayout NODE =
            MemoryLayout.structLayout(
                    MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT),
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS);

    /// Where in a node the address of its subtree stands.
    static final long SUBTREE = 16;

    static final StructLayout CURSOR =
            MemoryLayout.structLayout(
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option SHORT = Linker.Option.critical(false);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private static final MethodHandle MAKE = shape(FunctionDescriptor.of(ValueLayout.ADDRESS));
    private static final MethodHandle DROP = shape(FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private static final MethodHandle SET =
            shape(
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private static final MethodHandle PARSE =
            shape(
                    FunctionDescriptor.of(
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS,
                            NativeInput.INPUT,
                            NativeInput.OPTIONS));
    private static final MethodHandle NODE_OF =
            shape(FunctionDescriptor.of(NODE, ValueLayout.ADDRESS), SHORT);
    private static final MethodHandle CURSOR_OF = shape(FunctionDescriptor.of(CURSOR, NODE), SHORT);
    private static final MethodHandle MOVE =
            shape(FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS), SHORT);
    private static final MethodHandle FIELD_OF =
            shape(FunctionDescriptor.of(ValueLayout.JAVA_SHORT, ValueLayout.ADDRESS), SHORT);
    private static final MethodHandle INT_OF_NODE = shape(FunctionDescriptor.of(INT, NODE), SHORT);
    private static final MethodHandle INT_OF =
            shape(FunctionDescriptor.of(INT, ValueLayout.ADDRESS), SHORT);
    private static final MethodHandle NAME_OF =
            shape(
                    FunctionDescriptor.of(
                            ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_SHORT),
                    SHORT);
    private static final MethodHandle TYPE_OF =
            shape(FunctionDescriptor.of(INT, ValueLayout.ADDRESS, ValueLayout.JAVA_SHORT), SHORT);

    private final MemorySegment newParser;
    private final MemorySegment deleteParser;
    private final MemorySegment setLanguage;
    private final MemorySegment parse;
    private final MemorySegment rootNode;
    private final MemorySegment deleteTree;
    private final MemorySegment newCursor;
    private final MemorySegment deleteCursor;
    private final MemorySegment currentNode;
    private final MemorySegment currentField;
    private final MemorySegment firstChild;
    private final MemorySegment nextSibling;
    private final MemorySegment parent;
    private final MemorySegment endByte;
    private final MemorySegment symbol;
    private final MemorySegment isMissing;
    private final MemorySegment symbolCount;
    private final MemorySegment symbolName;
    private final MemorySegment fieldName;
    private final MemorySegment symbolType;

    NativeCore(SymbolLookup library) {
        this.newParser = function(library, "ts_parser_new");
        this.deleteParser = function(library, "ts_parser_delete");
        this.setLanguage = function(library, "ts_parser_set_language");
        this.parse = function(library, "ts_parser_parse_with_options");
        this.rootNode = function(library, "ts_tree_root_node");
        this.deleteTree = function(library, "ts_tree_delete");
        this.newCursor = function(library, "ts_tree_cursor_new");
        this.deleteCursor = function(library, "ts_tree_cursor_delete");
        this.currentNode = function(library, "ts_tree_cursor_current_node");
        this.currentField = function(library, "ts_tree_cursor_current_field_id");
        this.firstChild = function(library, "ts_tree_cursor_goto_first_child");
        this.nextSibling = function(library, "ts_tree_cursor_goto_next_sibling");
        this.parent = function(library, "ts_tree_cursor_goto_parent");
        this.endByte = function(library, "ts_node_end_byte");
        this.symbol = function(library, "ts_node_symbol");
        this.isMissing = function(library, "ts_node_is_missing");
        this.symbolCount = function(library, "ts_language_symbol_count");
        this.symbolName = function(library, "ts_language_symbol_name");
        this.fieldName = function(library, "ts_language_field_name_for_id");
        this.symbolType = function(library, "ts_language_symbol_type");
    }

    MemorySegment language(SymbolLookup grammar, String name) throws Throwable {
        return (MemorySegment) MAKE.invokeExact(function(grammar, name));
    }

    MemorySegment newParser() throws Throwable {
        return (MemorySegment) MAKE.invokeExact(newParser);
    }

    void deleteParser(MemorySegment parser) throws Throwable {
        DROP.invokeExact(deleteParser, parser);
    }

    /// Answers whether the library understands a language of this age.
    boolean setLanguage(MemorySegment parser, MemorySegment language) throws Throwable {
        return (boolean) SET.invokeExact(setLanguage, parser, language);
    }

    /// The tree of a source; null, the address, when the input had it stopped.
    MemorySegment parse(MemorySegment parser, NativeInput input) throws Throwable {
        return (MemorySegment)
                PARSE.invokeExact(
                        parse, parser, MemorySegment.NULL, input.input(), input.options());
    }

    MemorySegment rootNode(SegmentAllocator space, MemorySegment tree) throws Throwable {
        return (MemorySegment) NODE_OF.invokeExact(rootNode, space, tree);
    }

    void deleteTree(MemorySegment tree) throws Throwable {
        DROP.invokeExact(deleteTree, tree);
    }

    MemorySegment newCursor(SegmentAllocator space, MemorySegment node) throws Throwable {
        return (MemorySegment) CURSOR_OF.invokeExact(newCursor, space, node);
    }

    void deleteCursor(MemorySegment cursor) throws Throwable {
        DROP.invokeExact(deleteCursor, cursor);
    }

    MemorySegment currentNode(SegmentAllocator space, MemorySegment cursor) throws Throwable {
        return (MemorySegment) NODE_OF.invokeExact(currentNode, space, cursor);
    }

    short currentField(MemorySegment cursor) throws Throwable {
        return (short) FIELD_OF.invokeExact(currentField, cursor);
    }

    boolean toFirstChild(MemorySegment cursor) throws Throwable {
        return (boolean) MOVE.invokeExact(firstChild, cursor);
    }

    boolean toNextSibling(MemorySegment cursor) throws Throwable {
        return (boolean) MOVE.invokeExact(nextSibling, cursor);
    }

    boolean toParent(MemorySegment cursor) throws Throwable {
        return (boolean) MOVE.invokeExact(parent, cursor);
    }

    int endByte(MemorySegment node) throws Throwable {
        return (int) INT_OF_NODE.invokeExact(endByte, node);
    }

    /// The upper half of the answer is whatever the register held.
    short symbol(MemorySegment node) throws Throwable {
        return (short) (int) INT_OF_NODE.invokeExact(symbol, node);
    }

    boolean isMissing(MemorySegment node) throws Throwable {
        return ((int) INT_OF_NODE.invokeExact(isMissing, node) & 1) != 0;
    }

    int symbolCount(MemorySegment language) throws Throwable {
        return (int) INT_OF.invokeExact(symbolCount, language);
    }

    MemorySegment symbolName(MemorySegment language, int symbol) throws Throwable {
        return (MemorySegment) NAME_OF.invokeExact(symbolName, language, (short) symbol);
    }

    MemorySegment fieldName(MemorySegment language, int field) throws Throwable {
        return (MemorySegment) NAME_OF.invokeExact(fieldName, language, (short) field);
    }

    int symbolType(MemorySegment language, int symbol) throws Throwable {
        return (int) TYPE_OF.invokeExact(symbolType, language, (short) symbol);
    }

    private static MethodHandle shape(FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(shape, options);
    }

    private static MemorySegment function(SymbolLookup library, String name) {
        return library.find(name)
                .orElseThrow(() -> new NativeFailure("the library has no function " + name));
    }
}
