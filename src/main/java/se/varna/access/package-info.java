/** Who may see what of a case: sign-in, the rule of need-to-know in one place, and the log of who has read. */
@org.springframework.modulith.ApplicationModule(displayName = "Behörighet")
package se.varna.access;
