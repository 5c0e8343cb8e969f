/// Commands of the operating system: started in their own group, bounded, ended whole.
@NullMarked
package kiro.process;

import org.jspecify.annotations.NullMarked;
