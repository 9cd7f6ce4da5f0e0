/** Jäv: an officer says that they may not act in a case, and others do. */
@org.springframework.modulith.ApplicationModule(displayName = "Jäv")
package se.varna.recusal;
