@NullMarked
package kiro.knowledge.lucene;

import org.jspecify.annotations.NullMarked;
