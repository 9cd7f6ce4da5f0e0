/** Short pages about preventing and preparing, which the city writes in Markdown (R4, R7, R12, R21, R22). */
@org.springframework.modulith.ApplicationModule(displayName = "Läsning")
package se.varna.reading;
