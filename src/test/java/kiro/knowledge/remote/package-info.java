@NullMarked
package kiro.knowledge.remote;

import org.jspecify.annotations.NullMarked;
