package kiro.knowledge.lucene;

/// A piece of a file that is found as one.
///
/// @param first its first line, from 1
/// @param last its last line
/// @param title the headings above it, or the names that it declares; empty where there are none
record Chunk(int first, int last, String title, String text) {}
