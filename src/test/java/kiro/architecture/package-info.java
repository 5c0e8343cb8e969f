/// Guards: what the architecture and the style say, checked on the compiled classes, the sources and the documents.
@NullMarked
package kiro.architecture;

import org.jspecify.annotations.NullMarked;
