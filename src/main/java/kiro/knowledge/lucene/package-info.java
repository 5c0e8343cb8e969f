/// The local index of knowledge, in Lucene: files in passages, found by words and by vectors.
@NullMarked
package kiro.knowledge.lucene;

import org.jspecify.annotations.NullMarked;
