/** Whose case it is, who must be told, and why: the guidance's decision table, and people's decisions beside it. */
@org.springframework.modulith.ApplicationModule(displayName = "Ansvar")
package se.varna.responsibility;
