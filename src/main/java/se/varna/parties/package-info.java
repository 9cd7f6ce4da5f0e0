/** The parties' own security work: the register, and asking regularly whether it is still true (R14–R20, R23). */
@org.springframework.modulith.ApplicationModule(displayName = "Partier")
package se.varna.parties;
