/// The language model, and nothing else by that name.
@NullMarked
package kiro.model;

import org.jspecify.annotations.NullMarked;
